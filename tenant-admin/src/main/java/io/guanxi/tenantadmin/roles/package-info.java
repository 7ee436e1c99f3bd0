/** Pages on which admins say what roles may do, who works in which team, and what is shared beyond that. */
package io.guanxi.tenantadmin.roles;
