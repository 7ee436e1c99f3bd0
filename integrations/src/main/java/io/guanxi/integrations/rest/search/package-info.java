/** Search over all objects. */
package io.guanxi.integrations.rest.search;
