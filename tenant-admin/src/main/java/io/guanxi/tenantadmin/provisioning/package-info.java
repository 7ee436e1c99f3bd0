/**
 * Making a tenant: its row, subscription and owner in the database, its organization and the owner's log-in at
 * Keycloak, and the owner's invitation. Every step can be repeated, and how far each tenant has come is stored, so that
 * a run killed anywhere is finished by the next.
 */
package io.guanxi.tenantadmin.provisioning;
