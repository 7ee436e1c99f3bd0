/** JSON read strictly and written plainly, as maps, lists, texts, numbers and booleans. */
package io.guanxi.integrations.rest.json;
