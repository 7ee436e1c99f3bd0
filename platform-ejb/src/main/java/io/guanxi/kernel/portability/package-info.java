/**
 * All that a company has in the product as one file of open formats, and back: export, import into an empty tenant, and
 * restoring one tenant beside all others. What belongs to it follows from the tables of the database, less those that
 * {@link io.guanxi.kernel.portability.LeftOut} names with a reason.
 */
package io.guanxi.kernel.portability;
