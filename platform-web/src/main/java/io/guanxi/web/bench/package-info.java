/**
 * Two end points that do next to nothing, so that a measurement can tell what the server and the security chain cost
 * from what the product costs. They are there only when {@code guanxi.bench} is true.
 */
package io.guanxi.web.bench;
