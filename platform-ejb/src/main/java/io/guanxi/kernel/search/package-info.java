/** Words of records and the search in them: prefixes, insides of words, Chinese without spaces, pinyin. */
package io.guanxi.kernel.search;
