package io.guanxi.tenantadmin.identity;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.closing.TenantStore;
import io.guanxi.kernel.database.SqlGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * What Keycloak has of a company goes with it: its organization, its identity provider, the clients of its partners, and those people who belong to
 * no other company and do not run the platform.
 */
@ApplicationScoped
public class KeycloakErasure implements TenantStore {

    private static final int PORTION = 100;

    /** Begins the names of the accounts that clients have. */
    private static final String SERVICE_ACCOUNT = "service-account-";

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
                    "providers",
                    KeycloakProviders.isThere(realm, KeycloakProviders.alias(tenant)) ? 1L : 0L,
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
            String provider = KeycloakProviders.alias(tenant);
            if (KeycloakProviders.isThere(realm, provider)) {
                realm.identityProviders().get(provider).remove();
            }
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
        return Stream.of("subject", "company_subject")
                .flatMap(column -> sql
                        .query(
                                "SELECT " + column + " FROM member WHERE tenant_id = ? AND " + column + " IS NOT NULL",
                                row -> row.getString(1))
                        .stream())
                .toList();
    }

    private static Set<String> members(OrganizationResource organization) {
        return accounts(organization).stream()
                .filter(member -> member.getEmail() != null)
                .map(UserRepresentation::getId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<UserRepresentation> accounts(OrganizationResource organization) {
        List<UserRepresentation> all = new ArrayList<>();
        List<? extends UserRepresentation> portion;
        int from = 0;
        do {
            portion = organization.members().list(from, PORTION);
            all.addAll(portion);
            from += PORTION;
        } while (portion.size() == PORTION);
        return all;
    }

    /** Those of the tenant's own list, and those whose service account is in its organization. */
    private List<ClientRepresentation> clients(RealmResource realm, int tenant) {
        Set<String> names = new LinkedHashSet<>(
                sql.query("SELECT client_id FROM partner_client WHERE tenant_id = ?", row -> row.getString(1)));
        KeycloakAdmin.find(realm, tenant)
                .ifPresent(one -> accounts(realm.organizations().get(one.getId())).stream()
                        .filter(account -> account.getUsername().startsWith(SERVICE_ACCOUNT))
                        .forEach(account -> names.add(account.getUsername().substring(SERVICE_ACCOUNT.length()))));
        return names.stream()
                .flatMap(name -> realm.clients().findByClientId(name).stream())
                .filter(client -> KeycloakAdmin.isOf(client, tenant) || isServedOnlyHere(realm, client, tenant))
                .toList();
    }

    private static boolean isServedOnlyHere(RealmResource realm, ClientRepresentation client, int tenant) {
        return Boolean.TRUE.equals(client.isServiceAccountsEnabled())
                && isOnlyHere(
                        realm,
                        realm.clients()
                                .get(client.getId())
                                .getServiceAccountUser()
                                .getId(),
                        tenant);
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
