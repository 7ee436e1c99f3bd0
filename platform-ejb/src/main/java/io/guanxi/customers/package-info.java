/**
 * Customers (CUS): accounts, the people who work there, and who else they work for.
 *
 * <p>What an object is stands here – entity, descriptor, messages, and its migration {@code V10__customers.sql} – and
 * nothing about how it is listed, edited, imported or served: that is the kernel's and the same for every object.
 */
package io.guanxi.customers;
