/** Lists: filter, text, order and keyset pages over any described object. */
package io.guanxi.kernel.query;
