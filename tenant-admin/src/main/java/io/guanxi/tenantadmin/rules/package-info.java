/** The page on which a tenant's admins word what records must fulfil, and the end point of its editor. */
package io.guanxi.tenantadmin.rules;
