/** Digests that say whether something is what it was, and who vouches for it. */
package io.guanxi.kernel.digest;
