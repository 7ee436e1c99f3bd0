/**
 * A company signs itself up: mail address, link by mail, a page about the company, and then the saga that makes tenants
 * ({@link io.guanxi.tenantadmin.provisioning}). Nothing that somebody outside sees tells whether a mail address is known.
 */
package io.guanxi.tenantadmin.signup;
