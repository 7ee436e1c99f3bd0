package io.guanxi.tenantadmin.identity;

import io.guanxi.kernel.people.IdentitiesAway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.admin.client.resource.IdentityProviderResource;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Identity providers of companies at Keycloak, one for each tenant, linked to its organization.
 *
 * <p>Keycloak makes nobody by itself when a provider speaks: its flow for who is not known yet denies. Whom a provider may
 * speak for is told to Keycloak beforehand, by mail address, and is a person of its own at Keycloak, who belongs to this
 * organization and no other and has no address that anybody could be invited by. Whatever a provider says, it opens its own
 * tenant at most.
 *
 * <p>Every method throws {@link IdentitiesAway} when Keycloak does not answer or refuses.
 */
@ApplicationScoped
public class KeycloakProviders {

    /** Begins the alias of a provider; the number of its tenant follows. */
    public static final String ALIAS = "tenant-";

    private static final String FLOW = "guanxi first company sign-in";

    private String realmAddress;
    private KeycloakAdmin keycloak;

    protected KeycloakProviders() {}

    @Inject
    public KeycloakProviders(KeycloakAdmin keycloak, @ConfigProperty(name = "guanxi.oidc.issuer") String realmAddress) {
        this.keycloak = keycloak;
        this.realmAddress = realmAddress;
    }

    /**
     * A provider as Keycloak is to have it.
     *
     * @param type   {@code oidc} or {@code saml}
     * @param title  what people call it
     * @param person template of what the provider calls a person, in the words of Keycloak's mapper
     * @param config the rest, in Keycloak's words
     */
    public record Wanted(String type, String title, String person, Map<String, String> config, boolean isActive) {}

    /** Its name at Keycloak. */
    public static String alias(int tenantId) {
        return ALIAS + tenantId;
    }

    /** Where the provider sends browsers back to. */
    public String returnAddress(int tenantId) {
        return realmAddress + "/broker/" + alias(tenantId) + "/endpoint";
    }

    /** What Keycloak is called by a SAML provider of that tenant, and where it tells about itself. */
    public String entity(int tenantId) {
        return returnAddress(tenantId) + "/descriptor";
    }

    /** Makes the tenant's provider or changes it. */
    public void put(int tenantId, Wanted wanted) {
        run("put identity provider", realm -> {
            String alias = alias(tenantId);
            OrganizationResource organization = KeycloakAdmin.organization(realm, tenantId);
            IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
            provider.setAlias(alias);
            provider.setProviderId(wanted.type());
            provider.setDisplayName(wanted.title());
            provider.setEnabled(wanted.isActive());
            provider.setHideOnLogin(true);
            provider.setStoreToken(false);
            provider.setTrustEmail(false);
            provider.setFirstBrokerLoginFlowAlias(FLOW);
            provider.setConfig(wanted.config());
            if (isThere(realm, alias)) {
                IdentityProviderRepresentation before =
                        realm.identityProviders().get(alias).toRepresentation();
                provider.setInternalId(before.getInternalId());
                provider.setOrganizationId(before.getOrganizationId());
                realm.identityProviders().get(alias).update(provider);
            } else {
                KeycloakAdmin.expect(
                        "make identity provider", realm.identityProviders().create(provider));
            }
            name(realm.identityProviders().get(alias), alias, wanted);
            if (organization.identityProviders().getIdentityProviders().stream()
                    .noneMatch(one -> alias.equals(one.getAlias()))) {
                KeycloakAdmin.expect(
                        "link identity provider",
                        organization.identityProviders().addIdentityProvider(alias));
            }
            return null;
        });
    }

    private static void name(IdentityProviderResource provider, String alias, Wanted wanted) {
        if (provider.getMappers().isEmpty()) {
            IdentityProviderMapperRepresentation mapper = new IdentityProviderMapperRepresentation();
            mapper.setName("person");
            mapper.setIdentityProviderAlias(alias);
            mapper.setIdentityProviderMapper(wanted.type() + "-username-idp-mapper");
            mapper.setConfig(Map.of("template", wanted.person(), "target", "BROKER_ID", "syncMode", "INHERIT"));
            KeycloakAdmin.expect("name people", provider.addMapper(mapper));
        }
    }

    /** Lets the tenant's provider speak, or keeps it silent. */
    public void activate(int tenantId, boolean isActive) {
        run("switch identity provider", realm -> {
            IdentityProviderResource provider = realm.identityProviders().get(alias(tenantId));
            IdentityProviderRepresentation known = provider.toRepresentation();
            known.setEnabled(isActive);
            provider.update(known);
            return null;
        });
    }

    /** Takes the tenant's provider away with the identities it spoke for; one that is gone is no fault. */
    public void remove(int tenantId, List<String> subjects) {
        run("remove identity provider", realm -> {
            if (isThere(realm, alias(tenantId))) {
                realm.identityProviders().get(alias(tenantId)).remove();
            }
            subjects.forEach(subject -> realm.users().delete(subject).close());
            return null;
        });
    }

    /** Ends the sessions of identities that a provider spoke for. */
    public void logOut(List<String> subjects) {
        run("log out", realm -> {
            subjects.forEach(subject -> realm.users().get(subject).logout());
            return null;
        });
    }

    /**
     * Lets the tenant's provider speak for the holder of a mail address.
     *
     * @param person what no other person of the tenant is called
     * @return Keycloak's id of the identity that it speaks for
     */
    public String admit(int tenantId, String person, String email, String given, String family, Locale language) {
        return run("admit person", realm -> {
            // RFC 2606: nobody has mail there, so nobody is ever invited by this address into another tenant.
            String address = person.toLowerCase(Locale.ROOT) + "@" + alias(tenantId) + ".invalid";
            List<UserRepresentation> known = realm.users().searchByEmail(address, true);
            if (known.isEmpty()) {
                UserRepresentation user = KeycloakAdmin.user(address, given, family, language);
                user.setEmailVerified(true);
                KeycloakAdmin.expect("make identity", realm.users().create(user));
                known = realm.users().searchByEmail(address, true);
                KeycloakAdmin.grant(realm, known.get(0).getId(), "member");
            }
            String subject = known.get(0).getId();
            KeycloakAdmin.join(KeycloakAdmin.organization(realm, tenantId), subject);
            link(realm, subject, alias(tenantId), email.toLowerCase(Locale.ROOT));
            return subject;
        });
    }

    private static void link(RealmResource realm, String subject, String alias, String email) {
        boolean isLinked = realm.users().get(subject).getFederatedIdentity().stream()
                .anyMatch(one -> alias.equals(one.getIdentityProvider()));
        if (!isLinked) {
            FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
            link.setIdentityProvider(alias);
            link.setUserId(email);
            link.setUserName(email);
            KeycloakAdmin.expect("tie identity", realm.users().get(subject).addFederatedIdentity(alias, link));
        }
    }

    static boolean isThere(RealmResource realm, String alias) {
        return realm.identityProviders().find(alias, true, null, null).stream()
                .anyMatch(one -> alias.equals(one.getAlias()));
    }

    /** As the services know failures: whoever asked is told to try again. */
    private <T> T run(String step, Function<RealmResource, T> work) {
        try {
            return keycloak.run(step, work);
        } catch (ProvisioningFailed failed) {
            throw new IdentitiesAway(failed);
        }
    }
}
