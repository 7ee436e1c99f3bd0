/** The page on which a tenant's admins add fields to objects. */
package io.guanxi.tenantadmin.fields;
