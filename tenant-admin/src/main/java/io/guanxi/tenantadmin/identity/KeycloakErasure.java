package io.guanxi.tenantadmin.identity;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.closing.TenantStore;
import io.guanxi.kernel.database.SqlGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * What Keycloak has of a company goes with it: its organization, the clients of its partners, and those people who belong to
 * no other company and do not run the platform.
 */
@ApplicationScoped
public class KeycloakErasure implements TenantStore {

    private static final int PORTION = 100;

    @Inject
    private KeycloakAdmin keycloak;

    @Inject
    private SqlGateway sql;

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Map<String, Long> contents() {
        int tenant = CallContext.require().tenantId();
        return keycloak.run("count what a tenant has", realm -> {
            Optional<OrganizationRepresentation> organization = KeycloakAdmin.find(realm, tenant);
            Set<String> people = new LinkedHashSet<>(knownSubjects());
            organization.ifPresent(
                    one -> people.addAll(members(realm.organizations().get(one.getId()))));
            return Map.of(
                    "organizations",
                    organization.isPresent() ? 1L : 0L,
                    "clients",
                    (long) clients(realm, tenant).size(),
                    "users",
                    people.stream()
                            .filter(subject -> isOnlyHere(realm, subject, tenant))
                            .count());
        });
    }

    @Override
    public void erase() {
        int tenant = CallContext.require().tenantId();
        keycloak.run("erase a tenant", realm -> {
            clients(realm, tenant)
                    .forEach(client -> realm.clients().get(client.getId()).remove());
            // People first: as long as the organization is there, a repeated attempt finds who is left.
            knownSubjects().forEach(subject -> remove(realm, subject, tenant));
            KeycloakAdmin.find(realm, tenant).ifPresent(one -> {
                OrganizationResource organization = realm.organizations().get(one.getId());
                members(organization).forEach(subject -> remove(realm, subject, tenant));
                KeycloakAdmin.expect("remove organization", organization.delete());
            });
            return null;
        });
    }

    /** The subjects that the tenant's list of people knows; they are gone from it later. */
    private List<String> knownSubjects() {
        return sql.query(
                "SELECT subject FROM member WHERE tenant_id = ? AND subject IS NOT NULL", row -> row.getString(1));
    }

    private static Set<String> members(OrganizationResource organization) {
        Set<String> all = new LinkedHashSet<>();
        List<? extends UserRepresentation> portion;
        int from = 0;
        do {
            portion = organization.members().list(from, PORTION);
            portion.stream().filter(member -> member.getEmail() != null).forEach(member -> all.add(member.getId()));
            from += PORTION;
        } while (portion.size() == PORTION);
        return all;
    }

    private List<ClientRepresentation> clients(RealmResource realm, int tenant) {
        Map<String, ClientRepresentation> found = new java.util.LinkedHashMap<>();
        realm.clients().query(KeycloakAdmin.TENANT_ID + ":" + tenant).stream()
                .filter(client -> KeycloakAdmin.isOf(client, tenant))
                .forEach(client -> found.put(client.getId(), client));
        sql.query("SELECT client_id FROM partner_client WHERE tenant_id = ?", row -> row.getString(1)).stream()
                .flatMap(name -> realm.clients().findByClientId(name).stream())
                .filter(client -> KeycloakAdmin.isOf(client, tenant)
                        || isOnlyHere(
                                realm,
                                realm.clients()
                                        .get(client.getId())
                                        .getServiceAccountUser()
                                        .getId(),
                                tenant))
                .forEach(client -> found.put(client.getId(), client));
        return List.copyOf(found.values());
    }

    /** Somebody of no other organization; operators are needed whatever becomes of the tenant they were tried with. */
    private static boolean isOnlyHere(RealmResource realm, String subject, int tenant) {
        try {
            String own = KeycloakAdmin.find(realm, tenant)
                    .map(OrganizationRepresentation::getId)
                    .orElse("");
            return realm.organizations().members().getOrganizations(subject).stream()
                            .allMatch(one -> one.getId().equals(own))
                    && realm.users().get(subject).roles().realmLevel().listAll().stream()
                            .noneMatch(role -> role.getName().equals(KeycloakAdmin.OPERATOR));
        } catch (NotFoundException gone) {
            return false;
        }
    }

    private static void remove(RealmResource realm, String subject, int tenant) {
        if (isOnlyHere(realm, subject, tenant)) {
            Response answer = realm.users().delete(subject);
            if (answer.getStatus() != Response.Status.NOT_FOUND.getStatusCode()) {
                KeycloakAdmin.expect("remove person", answer);
            }
        }
    }
}
