/**
 * Tags: short coloured words that people put on records of any object that has a field of type {@code TAGS}. A record
 * keeps the ids of its tags; {@code record_tag} repeats them row by row, so that lists find records by tag.
 */
package io.guanxi.kernel.tag;
