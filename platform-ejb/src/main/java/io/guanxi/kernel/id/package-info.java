/** Ids made by the application. */
package io.guanxi.kernel.id;
