/**
 * Tests of the whole product as it runs: database, Keycloak, application. They speak HTTP as partners do and look at
 * the database only for what no interface shows.
 */
package io.guanxi.infra.system;
