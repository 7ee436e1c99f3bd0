/** What a tenant's plan has: the interface the kernel asks, answered by the billing module. */
package io.guanxi.kernel.entitlement;
