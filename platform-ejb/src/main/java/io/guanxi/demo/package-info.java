/** The two companies of the demo, made at the first start when {@code guanxi.demo} is true and never otherwise. */
package io.guanxi.demo;
