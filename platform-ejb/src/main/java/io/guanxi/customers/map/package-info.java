/**
 * The maintenance map (CUS-10): who the customers are, and how they are won, kept and won back, in one picture for each
 * tenant, drawn from what there is.
 */
package io.guanxi.customers.map;
