/** The one resource of all described objects, and how records look in JSON. */
package io.guanxi.integrations.rest.records;
