/** Gathers what the tests of isolation try and find, and writes it down for the product to show. */
package io.guanxi.infra.proof;
