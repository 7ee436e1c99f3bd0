/** A handler of events that the product does not have. */
package io.guanxi.infra.container.listening;
