/**
 * What a company asks of those who come in: how long a log-in lasts, how long it may lie idle, from where, and
 * whether with a second factor. Keycloak knows
 * such limits for the whole realm only, so that the product keeps them: pages and REST ask at each request.
 */
package io.guanxi.kernel.security;
