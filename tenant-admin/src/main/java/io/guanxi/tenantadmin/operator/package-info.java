/**
 * Pages of those who run the platform: they see which tenants there are and what was counted of them, and none of their
 * records. What they do with a tenant is entered in the tenant's own record.
 */
package io.guanxi.tenantadmin.operator;
