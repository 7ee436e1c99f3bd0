/** Jobs of the product as resources: submit a file, watch, cancel, fetch the rows that failed. */
package io.guanxi.integrations.rest.jobs;
