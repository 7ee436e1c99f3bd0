/** The OpenAPI 3.1 document, generated from the descriptors of the objects, and a page that shows it. */
package io.guanxi.integrations.rest.openapi;
