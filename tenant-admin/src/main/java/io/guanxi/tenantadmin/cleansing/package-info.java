/** The page on which admins decide about what runs have found wrong with records. */
package io.guanxi.tenantadmin.cleansing;
