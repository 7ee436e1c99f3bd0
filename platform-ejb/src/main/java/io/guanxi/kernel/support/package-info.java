/**
 * Operators in a tenant (PLT-12): they come in by the tenant's own grant alone, which an admin gives for hours and ends at
 * will. A supporter acts on behalf of who gave the grant, with that person's rights and no more, and everything is recorded
 * under the supporter's name. What operators do with a tenant from outside is entered in its record as well.
 */
package io.guanxi.kernel.support;
