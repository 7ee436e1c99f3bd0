/** Pages of those who run the platform: they see which tenants there are, and none of their records. */
package io.guanxi.tenantadmin.operator;
