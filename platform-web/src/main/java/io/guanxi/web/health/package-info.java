/** What the product says about its own health. */
package io.guanxi.web.health;
