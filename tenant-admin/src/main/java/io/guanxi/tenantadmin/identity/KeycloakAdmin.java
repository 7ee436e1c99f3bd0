package io.guanxi.tenantadmin.identity;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * What the product does at Keycloak in its own name. Every method throws {@link ProvisioningFailed} when Keycloak does
 * not answer or refuses.
 */
@ApplicationScoped
public class KeycloakAdmin {

    /** Organization attribute that ties an organization to its tenant; tokens carry it. */
    static final String TENANT_ID = "tenant_id";

    static final String OPERATOR = "operator";

    private static final int CONFLICT = 409;
    private static final int MOST_PEOPLE = 1_000;
    private static final int INVITATION_SECONDS = (int) TimeUnit.DAYS.toSeconds(3);
    private static final List<String> PARTNER_SCOPES =
            List.of("basic", "roles", "service_account", "guanxi-api", "organization");

    private String publicUrl;
    private String webClient;
    private String realmName;
    private Keycloak keycloak;

    protected KeycloakAdmin() {}

    @Inject
    public KeycloakAdmin(
            @ConfigProperty(name = "guanxi.oidc.issuer") String issuer,
            @ConfigProperty(name = "guanxi.oidc.admin.client", defaultValue = "guanxi-admin") String client,
            @ConfigProperty(name = "guanxi.oidc.admin.secret") String secret,
            @ConfigProperty(name = "guanxi.oidc.client.id", defaultValue = "guanxi-web") String webClient,
            @ConfigProperty(name = "guanxi.public.url") String publicUrl) {
        this.publicUrl = publicUrl;
        this.webClient = webClient;
        int split = issuer.indexOf("/realms/");
        realmName = issuer.substring(split + "/realms/".length());
        Keycloak.setClientProvider(new JerseyClients());
        keycloak = KeycloakBuilder.builder()
                .serverUrl(issuer.substring(0, split))
                .realm(realmName)
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(client)
                .clientSecret(secret)
                .build();
    }

    /** Makes the organization of a tenant, or finds it. Keycloak wants names to differ, and two companies may not. */
    public void createOrganization(int tenantId, String alias, String name) {
        run("create organization", realm -> {
            if (find(realm, tenantId).isEmpty()) {
                OrganizationRepresentation organization = new OrganizationRepresentation();
                organization.setName(name);
                organization.setAlias(alias);
                organization.setEnabled(true);
                organization.setAttributes(Map.of(TENANT_ID, List.of(Integer.toString(tenantId))));
                Response answer = realm.organizations().create(organization);
                if (answer.getStatus() == CONFLICT) {
                    answer.close();
                    organization.setName(name + " (" + alias + ")");
                    answer = realm.organizations().create(organization);
                }
                expect("create organization", answer);
            }
            return null;
        });
    }

    /** The person with that mail address; empty when Keycloak knows none. */
    public Optional<Person> findPerson(String email) {
        return run(
                "find person",
                realm -> realm.users().searchByEmail(email, true).stream()
                        .findFirst()
                        .map(Person::of));
    }

    /**
     * Makes a person who may log in to the pages, or finds the one with that mail address and leaves them as they are.
     *
     * @param locale language of mails and log-in pages
     */
    public Person createPerson(String email, String givenName, String familyName, Locale locale) {
        Optional<Person> known = findPerson(email);
        if (known.isPresent()) {
            return known.get();
        }
        return run("create person", realm -> {
            expect("create person", realm.users().create(user(email, givenName, familyName, locale)));
            Person person = Person.of(realm.users().searchByEmail(email, true).get(0));
            grant(realm, person.subject(), "member");
            return person;
        });
    }

    /** Whether somebody can log in already: with a password of their own, a passkey, or by their company's sign-in. */
    public boolean hasWayIn(String subject) {
        return run("look for a way in", realm -> {
            UserResource user = realm.users().get(subject);
            return !user.credentials().isEmpty() || !user.getFederatedIdentity().isEmpty();
        });
    }

    /** Gives somebody a password; false when it breaks the realm's rules. */
    public boolean choosePassword(String subject, String password) {
        try {
            return run("choose password", realm -> {
                realm.users().get(subject).resetPassword(credential(password));
                return true;
            });
        } catch (ProvisioningFailed failed) {
            if (failed.isPassing()) {
                throw failed;
            }
            return false;
        }
    }

    /** Somebody has shown that the mail address is theirs. */
    public void confirmEmail(String subject) {
        run("confirm mail address", realm -> {
            UserResource user = realm.users().get(subject);
            UserRepresentation known = user.toRepresentation();
            if (!Boolean.TRUE.equals(known.isEmailVerified())) {
                known.setEmailVerified(true);
                user.update(known);
            }
            return null;
        });
    }

    /** Whether anybody runs the platform. */
    public boolean hasOperator() {
        return run(
                "find operator",
                realm -> !realm.roles().get(OPERATOR).getUserMembers(0, 1).isEmpty());
    }

    /**
     * Makes somebody who runs the platform and may log in at once: the mail address is taken as proved.
     *
     * @param password refused by Keycloak when it breaks the realm's rules
     */
    public void createOperator(String email, String givenName, String familyName, String password, Locale locale) {
        run("create operator", realm -> {
            UserRepresentation user = user(email, givenName, familyName, locale);
            user.setEmailVerified(true);
            user.setCredentials(List.of(credential(password)));
            expect("create operator", realm.users().create(user));
            grant(realm, realm.users().searchByEmail(email, true).get(0).getId(), OPERATOR);
            return null;
        });
    }

    /** Makes somebody a member of the tenant's organization; no change when they are one already. */
    public void addMember(int tenantId, String subject) {
        run("add member", realm -> {
            join(organization(realm, tenantId), subject);
            return null;
        });
    }

    /** Takes somebody out of the tenant's organization; they stay in others. */
    public void removeMember(int tenantId, String subject) {
        run("remove member", realm -> {
            Response response = organization(realm, tenantId).members().removeMember(subject);
            if (response.getStatus() != 404) {
                expect("remove member", response);
            }
            return null;
        });
    }

    /** Mails a link, good for three days, under which the person chooses a password and proves the mail address. */
    public void invite(String subject) {
        run("invite", realm -> {
            realm.users()
                    .get(subject)
                    .executeActionsEmail(
                            webClient,
                            publicUrl + "/app",
                            INVITATION_SECONDS,
                            List.of("UPDATE_PASSWORD", "VERIFY_EMAIL"));
            return null;
        });
    }

    /** People of a tenant's organization, at most 1,000, without its partner clients. */
    public List<Person> people(int tenantId) {
        return run(
                "list people",
                realm -> organization(realm, tenantId).members().list(0, MOST_PEOPLE).stream()
                        .filter(member -> member.getEmail() != null)
                        .map(Person::of)
                        .toList());
    }

    /** Ends all of a person's sessions. */
    public void logOut(String subject) {
        run("log out", realm -> {
            realm.users().get(subject).logout();
            return null;
        });
    }

    /**
     * Makes a client with which a partner's program calls the REST interface for this tenant, or finds it.
     *
     * @return the client's secret; shown to the tenant once and kept nowhere in the product
     */
    public String createPartnerClient(int tenantId, String clientId, String name) {
        return run("create partner client", realm -> {
            OrganizationResource organization = organization(realm, tenantId);
            if (realm.clients().findByClientId(clientId).isEmpty()) {
                ClientRepresentation client = new ClientRepresentation();
                client.setClientId(clientId);
                client.setName(name);
                client.setEnabled(true);
                client.setProtocol("openid-connect");
                client.setPublicClient(false);
                client.setStandardFlowEnabled(false);
                client.setDirectAccessGrantsEnabled(false);
                client.setServiceAccountsEnabled(true);
                client.setDefaultClientScopes(PARTNER_SCOPES);
                client.setOptionalClientScopes(List.of());
                client.setAttributes(Map.of(TENANT_ID, Integer.toString(tenantId)));
                expect("create partner client", realm.clients().create(client));
            }
            ClientRepresentation client =
                    realm.clients().findByClientId(clientId).get(0);
            if (!isOf(client, tenantId)) {
                throw ProvisioningFailed.refused("create partner client", 409);
            }
            var resource = realm.clients().get(client.getId());
            String account = resource.getServiceAccountUser().getId();
            grant(realm, account, "partner");
            join(organization, account);
            return resource.getSecret().getValue();
        });
    }

    /** Takes a client of the tenant away with its secret; one that is gone, or another tenant's, stays as it is. */
    public void removePartnerClient(int tenantId, String clientId) {
        run("remove partner client", realm -> {
            realm.clients().findByClientId(clientId).stream()
                    .filter(client -> isOf(client, tenantId))
                    .forEach(client -> realm.clients().get(client.getId()).remove());
            return null;
        });
    }

    static boolean isOf(ClientRepresentation client, int tenantId) {
        return client.getAttributes() != null
                && Integer.toString(tenantId).equals(client.getAttributes().get(TENANT_ID));
    }

    @PreDestroy
    void close() {
        keycloak.close();
    }

    static UserRepresentation user(String email, String givenName, String familyName, Locale locale) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(email);
        user.setEmail(email);
        user.setFirstName(givenName);
        user.setLastName(familyName);
        user.setEnabled(true);
        user.setAttributes(Map.of("locale", List.of(locale.toLanguageTag())));
        return user;
    }

    private static CredentialRepresentation credential(String password) {
        CredentialRepresentation secret = new CredentialRepresentation();
        secret.setType(CredentialRepresentation.PASSWORD);
        secret.setValue(password);
        secret.setTemporary(false);
        return secret;
    }

    static void grant(RealmResource realm, String subject, String role) {
        realm.users()
                .get(subject)
                .roles()
                .realmLevel()
                .add(List.of(realm.roles().get(role).toRepresentation()));
    }

    static void join(OrganizationResource organization, String subject) {
        Response response = organization.members().addMember(subject);
        if (response.getStatus() != CONFLICT) {
            expect("add member", response);
        }
    }

    static OrganizationResource organization(RealmResource realm, int tenantId) {
        String id = find(realm, tenantId)
                .orElseThrow(() -> ProvisioningFailed.refused("find organization", 404))
                .getId();
        return realm.organizations().get(id);
    }

    static Optional<OrganizationRepresentation> find(RealmResource realm, int tenantId) {
        return realm.organizations().searchByAttribute(TENANT_ID + ":" + tenantId).stream()
                .findFirst();
    }

    /** Number of the tenant that an organization is; empty when it is none. */
    static Optional<Integer> tenantOf(OrganizationRepresentation organization) {
        List<String> numbers = organization.getAttributes() == null
                ? List.of()
                : organization.getAttributes().getOrDefault(TENANT_ID, List.of());
        return numbers.size() == 1 ? Optional.of(Integer.valueOf(numbers.get(0))) : Optional.empty();
    }

    static void expect(String step, Response response) {
        try (response) {
            if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                throw ProvisioningFailed.refused(step, response.getStatus());
            }
        }
    }

    /** Does something in the realm; what goes wrong there is told as {@link ProvisioningFailed}. */
    <T> T run(String step, Function<RealmResource, T> work) {
        try {
            return work.apply(keycloak.realm(realmName));
        } catch (WebApplicationException refused) {
            throw ProvisioningFailed.refused(step, refused.getResponse().getStatus());
        } catch (ProcessingException away) {
            throw ProvisioningFailed.unreachable(step, away);
        }
    }
}
