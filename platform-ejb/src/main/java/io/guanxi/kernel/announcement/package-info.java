/** What those who run the product tell its tenants: a bar on every page, from a time until another. */
package io.guanxi.kernel.announcement;
