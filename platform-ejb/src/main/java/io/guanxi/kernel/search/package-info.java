/**
 * Search: a Lucene index for each tenant on each node, which follows the feed of events. Prefixes, insides of words, slips,
 * Chinese without spaces, pinyin, pieces of phone numbers; {@link io.guanxi.kernel.search.SearchEngine} is the way in.
 */
package io.guanxi.kernel.search;
