/**
 * A company's own identity provider: the mail domains it has proved to be its own, where its people log in, and how they get
 * there from their mail address. Keycloak speaks with the provider; who it may speak for is decided here.
 */
package io.guanxi.tenantadmin.provider;
