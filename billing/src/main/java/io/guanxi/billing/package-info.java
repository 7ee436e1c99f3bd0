/**
 * What a subscriber has taken: plans are data, a tenant's subscription names one and may carry exceptions, and
 * {@link io.guanxi.billing.PlanEntitlements} answers the kernel's question what the caller's tenant may use.
 *
 * <p>Depends on the kernel only.
 */
package io.guanxi.billing;
