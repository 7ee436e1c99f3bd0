/** Links that the product gives out and knows again without storing them. */
package io.guanxi.tenantadmin.link;
