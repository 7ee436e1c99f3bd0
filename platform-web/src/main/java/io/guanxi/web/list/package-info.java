/** The list page of every object: views, search, filters, order, columns and what is done to many rows. */
package io.guanxi.web.list;
