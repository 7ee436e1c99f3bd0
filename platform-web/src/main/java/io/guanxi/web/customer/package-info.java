/** What the page of an account shows beyond its fields, and the map of all customers. */
package io.guanxi.web.customer;
