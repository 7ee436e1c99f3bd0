/**
 * The first operator of an installation without demo: made once, by who can read the log of the machine it runs on.
 */
package io.guanxi.tenantadmin.setup;
