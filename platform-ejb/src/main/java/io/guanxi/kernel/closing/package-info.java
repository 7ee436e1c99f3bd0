/**
 * The end of a company: an owner closes it, from then on it is only read; after a time of grace everything of it is erased
 * from every table and store, and a certificate says what. Until then it can be taken back.
 */
package io.guanxi.kernel.closing;
