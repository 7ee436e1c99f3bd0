/**
 * How records are arranged on pages: sections and their fields, what stands in the header, which lists stand beside. Shipped
 * with every object, changed by a tenant's admins, for all its records or those of one type, for everybody or one role.
 */
package io.guanxi.kernel.layout;
