/** What the pages and end points of this module share: checking input and saying what is wrong with it. */
package io.guanxi.tenantadmin.page;
