/** The page on which a company says how much each field counts when it is said how complete a record is. */
package io.guanxi.tenantadmin.quality;
