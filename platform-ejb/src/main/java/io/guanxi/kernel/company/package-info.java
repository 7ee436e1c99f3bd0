/**
 * The company behind a tenant as its admins set it up: name, language, time zone, country and currency, the look of its
 * pages, and when it works.
 */
package io.guanxi.kernel.company;
