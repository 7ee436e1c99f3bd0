/**
 * What customers have bought: orders and their lines. Totals of an order follow its lines in the transaction that changes
 * a line, exact to the last digit; whoever changes a line has locked the order before.
 *
 * <p>Depends on the kernel and on {@code io.guanxi.products}; accounts and contacts are pointed to by id.
 */
package io.guanxi.orders;
