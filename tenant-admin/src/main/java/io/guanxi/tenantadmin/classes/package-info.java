/** The page on which a tenant's admins shape its classes of customers and try their rules. */
package io.guanxi.tenantadmin.classes;
