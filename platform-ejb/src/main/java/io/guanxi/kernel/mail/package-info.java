/**
 * Mails that the product sends in its own name, through the server of the setting {@code guanxi.smtp.url}. Whoever sends
 * one holds no transaction meanwhile.
 */
package io.guanxi.kernel.mail;
