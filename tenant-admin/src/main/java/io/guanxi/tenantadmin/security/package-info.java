/** The page on which admins say what their company asks of those who come in. */
package io.guanxi.tenantadmin.security;
