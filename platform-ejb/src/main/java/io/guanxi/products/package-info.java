/**
 * What the company sells: products and the tree of categories they stand in. Prices here are list prices; what somebody
 * pays stands in the lines of an order.
 *
 * <p>Depends on the kernel alone; suppliers are accounts, pointed to by id.
 */
package io.guanxi.products;
