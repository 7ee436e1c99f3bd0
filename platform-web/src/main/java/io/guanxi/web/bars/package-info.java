/** The bars above every page: limits at hand, support in the house, and what is announced. */
package io.guanxi.web.bars;
