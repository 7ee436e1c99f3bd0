/** Saved views over REST: the same as the tabs over the lists. */
package io.guanxi.integrations.rest.views;
