package io.guanxi.tenantadmin.identity;

import io.guanxi.kernel.people.ClientIdentities;
import io.guanxi.kernel.people.IdentitiesAway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The programs of partners at Keycloak: a client each, with a service account in the tenant's organization. */
@ApplicationScoped
public class KeycloakClients implements ClientIdentities {

    @Inject
    private KeycloakAdmin keycloak;

    @Override
    public String create(int tenantId, String clientId, String title) {
        try {
            return keycloak.createPartnerClient(tenantId, clientId, title);
        } catch (ProvisioningFailed failed) {
            throw new IdentitiesAway(failed);
        }
    }

    @Override
    public void remove(int tenantId, String clientId) {
        try {
            keycloak.removePartnerClient(tenantId, clientId);
        } catch (ProvisioningFailed failed) {
            throw new IdentitiesAway(failed);
        }
    }
}
