/** Closing of a company by its owner: the page, the mails, and what looks after those whose grace is over. */
package io.guanxi.tenantadmin.closing;
