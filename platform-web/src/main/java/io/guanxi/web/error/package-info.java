/** The page for whatever could not be shown. */
package io.guanxi.web.error;
