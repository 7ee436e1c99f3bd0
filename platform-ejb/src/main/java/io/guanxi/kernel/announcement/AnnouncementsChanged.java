package io.guanxi.kernel.announcement;

/** Something was announced, or is no longer. Fired in the transaction of the change. */
record AnnouncementsChanged() {}
