package io.guanxi.tenantadmin.provider;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.people.IdentitiesAway;
import io.guanxi.kernel.people.MemberDirectory;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.tenantadmin.identity.KeycloakProviders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The identity provider of the caller's company, for its admins. Keycloak is asked outside of transactions and first: what it
 * refuses is not kept here.
 */
@ApplicationScoped
public class IdentityProviders {

    private static final String ADDRESS = "/address";
    private static final String METADATA = "/metadata";
    private static final String CLIENT = "/clientId";
    private static final int LONGEST_CLIENT = 200;
    private static final int LONGEST_SECRET = 1000;

    @Inject
    private AccessPolicy policy;

    @Inject
    private ProviderRows rows;

    @Inject
    private MailDomains domains;

    @Inject
    private MemberDirectory directory;

    @Inject
    private Tenants tenants;

    @Inject
    private KeycloakProviders keycloak;

    @Inject
    private OutsideAddresses outside;

    /** Empty when the company has none. */
    public Optional<CompanyProvider> find() {
        policy.require(Feature.ADMINISTER);
        return rows.find();
    }

    /**
     * @throws RecordNotFound when the company has none
     */
    public CompanyProvider require() {
        return find().orElseThrow(RecordNotFound::new);
    }

    /** Where the provider has to send browsers back to. */
    public String returnAddress() {
        return keycloak.returnAddress(tenant());
    }

    /** What the product is called by a SAML provider, and the address of the metadata to give it. */
    public String entity() {
        return keycloak.entity(tenant());
    }

    /**
     * Sets the provider up, or another in its place. A new one is off.
     *
     * @throws InvalidRecord  with everything that is wrong
     * @throws StaleRecord    when somebody else changed it since
     * @throws IdentitiesAway when Keycloak does not take it now
     */
    public CompanyProvider put(ProviderInput input) {
        Optional<CompanyProvider> before = find();
        if (before.map(CompanyProvider::version).orElse(0L) != input.version()) {
            throw new StaleRecord(before.map(CompanyProvider::version).orElse(0L));
        }
        CompanyProvider wanted = checked(input, before);
        if (before.filter(one -> one.protocol() != wanted.protocol()).isPresent()) {
            keycloak.remove(tenant(), directory.untie());
        }
        Tenant tenant = tenants.find(tenant()).orElseThrow();
        keycloak.put(
                tenant.id(),
                ProviderForm.of(wanted, given(input.clientSecret()), keycloak.entity(tenant.id()), tenant.name()));
        rows.put(wanted, given(input.clientSecret()).isPresent());
        return require();
    }

    /**
     * Lets people come in by it, or no longer.
     *
     * @throws InvalidRecord  when it is to be switched on and no mail domain is proved
     * @throws RecordNotFound when the company has none
     */
    public CompanyProvider activate(boolean isActive) {
        CompanyProvider before = require();
        if (isActive && domains.all().stream().noneMatch(MailDomain::isVerified)) {
            throw new InvalidRecord(FieldError.of("/active", "provider.domain"));
        }
        keycloak.activate(tenant(), isActive);
        rows.put(before.switched(isActive), false);
        if (!isActive) {
            keycloak.logOut(directory.companySubjects());
        }
        return require();
    }

    /** Takes it away: its people need a password from now on, and their sessions end. */
    public void remove() {
        require();
        keycloak.remove(tenant(), directory.companySubjects());
        directory.untie();
        rows.remove();
    }

    private CompanyProvider checked(ProviderInput input, Optional<CompanyProvider> before) {
        Protocol protocol = Protocol.of(input.protocol())
                .orElseThrow(() -> new InvalidRecord(FieldError.of("/protocol", "choice.unknown", "oidc, saml")));
        ProviderDetails details = protocol == Protocol.OIDC ? discovered(input) : described(input);
        Optional<String> client = protocol == Protocol.OIDC ? given(input.clientId()) : Optional.empty();
        if (protocol == Protocol.OIDC) {
            boolean isSame = before.filter(one -> one.protocol() == protocol
                            && one.details().entity().equals(details.entity())
                            && one.details().token().equals(details.token())
                            && one.clientId().equals(client))
                    .isPresent();
            checkClient(client, given(input.clientSecret()), isSame);
        }
        return new CompanyProvider(
                protocol,
                given(input.address()).map(one -> protocol == Protocol.OIDC ? OidcDiscovery.address(one) : one),
                client,
                input.verifiedOnly(),
                details,
                before.filter(one -> one.protocol() == protocol)
                        .map(CompanyProvider::active)
                        .orElse(false),
                input.version() + 1,
                Instant.now());
    }

    /** A secret is sent where it was given for and nowhere else: another place needs it again. */
    private static void checkClient(Optional<String> client, Optional<String> secret, boolean isSame) {
        List<FieldError> errors = new ArrayList<>();
        if (client.isEmpty()) {
            errors.add(FieldError.of(CLIENT, "required"));
        }
        client.filter(one -> one.length() > LONGEST_CLIENT)
                .ifPresent(one -> errors.add(FieldError.of(CLIENT, "text.tooLong", LONGEST_CLIENT)));
        if (secret.isEmpty() && !isSame) {
            errors.add(FieldError.of("/clientSecret", "provider.secret"));
        }
        secret.filter(one -> one.length() > LONGEST_SECRET)
                .ifPresent(one -> errors.add(FieldError.of("/clientSecret", "text.tooLong", LONGEST_SECRET)));
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }

    private ProviderDetails discovered(ProviderInput input) {
        String given = given(input.address()).orElseThrow(() -> new InvalidRecord(FieldError.of(ADDRESS, "required")));
        String address = OidcDiscovery.address(given);
        return OidcDiscovery.read(ADDRESS, address, outside.fetch(ADDRESS, address), outside);
    }

    private ProviderDetails described(ProviderInput input) {
        Optional<String> address = given(input.address());
        if (address.isPresent()) {
            return SamlMetadata.read(ADDRESS, outside.fetch(ADDRESS, address.get()), outside);
        }
        String metadata =
                given(input.metadata()).orElseThrow(() -> new InvalidRecord(FieldError.of(METADATA, "saml.none")));
        return SamlMetadata.read(METADATA, metadata.getBytes(StandardCharsets.UTF_8), outside);
    }

    private static int tenant() {
        return CallContext.require().tenantId();
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }
}
