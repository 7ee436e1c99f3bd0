/** What the last run of the product's own tests has shown about the isolation of companies, for their admins to read. */
package io.guanxi.tenantadmin.proof;
