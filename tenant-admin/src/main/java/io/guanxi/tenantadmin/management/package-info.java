/** The end point for the operator's own machine: what {@code ./guanxi tenant create} calls. */
package io.guanxi.tenantadmin.management;
