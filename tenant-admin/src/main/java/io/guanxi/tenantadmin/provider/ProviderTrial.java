package io.guanxi.tenantadmin.provider;

import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks whether a company's identity provider is still what was set up, without anybody logging in. */
@ApplicationScoped
public class ProviderTrial {

    private static final int SOON_DAYS = 30;

    @Inject
    private IdentityProviders providers;

    @Inject
    private MailDomains domains;

    @Inject
    private OutsideAddresses outside;

    @Inject
    private AuditTrail trail;

    /**
     * What was found, good and bad.
     *
     * @throws RecordNotFound when the company has no provider
     */
    public List<Finding> run() {
        CompanyProvider provider = providers.require();
        List<Finding> findings = new ArrayList<>();
        document(provider, findings);
        if (provider.protocol() == Protocol.OIDC) {
            keys(provider.details(), findings);
        } else {
            Instant end = SamlMetadata.end(provider.details().certificates());
            findings.add(Finding.of(
                    "certificate", end.isAfter(Instant.now().plus(SOON_DAYS, ChronoUnit.DAYS)), end.toString()));
        }
        long proved = domains.all().stream().filter(MailDomain::isVerified).count();
        findings.add(Finding.of("domains", proved > 0, proved));
        findings.add(Finding.of("active", provider.active()));
        Map<String, Object> told = new LinkedHashMap<>();
        findings.forEach(finding -> told.put(finding.code(), finding.good()));
        trail.done(
                AuditArea.SECURITY,
                AuditAction.STARTED,
                "identity-provider",
                provider.details().entity(),
                told);
        return findings;
    }

    private void document(CompanyProvider provider, List<Finding> findings) {
        if (provider.address().isEmpty()) {
            return;
        }
        String address = provider.address().get();
        try {
            byte[] content = outside.fetch("", address);
            ProviderDetails now = provider.protocol() == Protocol.OIDC
                    ? OidcDiscovery.read("", address, content, outside)
                    : SamlMetadata.read("", content, outside);
            findings.add(Finding.of("reached", true));
            findings.add(Finding.of("same", now.equals(provider.details())));
        } catch (InvalidRecord broken) {
            findings.add(Finding.of("reached", false));
        }
    }

    private void keys(ProviderDetails details, List<Finding> findings) {
        int keys;
        try {
            keys = OidcDiscovery.keys(outside.fetch("", details.keys().orElseThrow()));
        } catch (InvalidRecord broken) {
            keys = 0;
        }
        findings.add(Finding.of("keys", keys > 0, keys));
    }
}
