/**
 * The modules of the product (PLT-4): each declares itself in its own package, and what its objects say already is not said
 * twice. Whether a tenant has a module is a question to {@link io.guanxi.kernel.entitlement.Entitlements}; here stands what
 * belongs to it, so that all of it falls silent together.
 */
package io.guanxi.kernel.module;
