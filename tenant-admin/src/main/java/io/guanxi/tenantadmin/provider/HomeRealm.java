package io.guanxi.tenantadmin.provider;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.people.IdentitiesAway;
import io.guanxi.kernel.people.Member;
import io.guanxi.kernel.people.MemberDirectory;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.tenantadmin.identity.KeycloakProviders;
import io.guanxi.tenantadmin.people.GivenAndFamily;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Leads from a mail address to the identity provider of the company whose domain it is. The domain alone decides: whether
 * anybody has that address there is not told. Who is a member gets, at their first time, the identity that the provider may
 * speak for; nobody else ever does.
 */
@ApplicationScoped
public class HomeRealm {

    @Inject
    private SqlGateway sql;

    @Inject
    private Tenants tenants;

    @Inject
    private ProviderRows rows;

    @Inject
    private MemberDirectory directory;

    @Inject
    private KeycloakProviders keycloak;

    /**
     * Name at Keycloak of the provider that people of that address log in at; empty when their company has none.
     *
     * @throws IdentitiesAway when Keycloak does not answer
     */
    public Optional<String> find(String email, String traceId) {
        return DomainName.ofMail(email)
                .flatMap(this::owner)
                .flatMap(tenants::find)
                .filter(tenant -> tenant.status() == Tenant.Status.ACTIVE)
                .flatMap(tenant -> find(tenant, email.strip(), traceId));
    }

    private Optional<Integer> owner(String domain) {
        return sql
                .queryPlatform("SELECT tenant_id FROM mail_domain_owner WHERE domain = ?", row -> row.getInt(1), domain)
                .stream()
                .findFirst();
    }

    private Optional<String> find(Tenant tenant, String email, String traceId) {
        try (CallContext.Scope asProduct = CallContext.enter(Caller.system(tenant.id(), traceId))) {
            if (rows.find().filter(CompanyProvider::active).isEmpty()) {
                return Optional.empty();
            }
            directory
                    .byEmail(email)
                    .filter(member -> member.companySubject().isEmpty())
                    .ifPresent(member -> admit(tenant, member));
            return Optional.of(KeycloakProviders.alias(tenant.id()));
        }
    }

    private void admit(Tenant tenant, Member member) {
        GivenAndFamily names = GivenAndFamily.of(member.name());
        String subject = keycloak.admit(
                tenant.id(),
                RecordId.format(member.id()),
                member.email(),
                names.given(),
                names.family(),
                member.locale().orElse(tenant.locale()));
        directory.tie(member.id(), subject);
    }
}
