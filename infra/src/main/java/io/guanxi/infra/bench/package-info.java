/**
 * Measures the running product from outside, as a partner's program and a browser meet it: {@code ./guanxi bench api} measures
 * what a request costs, {@code ./guanxi bench fairness} what a flood of one tenant does to another.
 *
 * <p>Rows are loaded past the product for speed, with the product's own classes for everything that is derived: sort
 * keys and ids are those the product would write.
 */
package io.guanxi.infra.bench;
