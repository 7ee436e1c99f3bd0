/** The product as people use it: in a browser, through Keycloak's own log-in. */
package io.guanxi.infra.browser;
