package io.guanxi.tenantadmin.provider;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A company's mail domains and its identity provider. {@code protocol} in the address chooses the form. */
@Named("providerPage")
@RequestScoped
public class ProviderPage {

    static final String ADDRESS = "/app/admin/identity-provider";

    private static final Set<String> DONE = Set.of("claimed", "verified", "given", "saved", "on", "off", "removed");

    @Inject
    private IdentityProviders providers;

    @Inject
    private MailDomains mailDomains;

    @Inject
    private ProviderTrial trial;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private CompanyProvider current;
    private Protocol protocol;
    private String domain;
    private String address;
    private String clientId;
    private String clientSecret;
    private boolean verifiedOnly;
    private Part metadata;
    private long version;
    private List<Finding> findings = List.of();

    @PostConstruct
    void openProvider() {
        Optional<CompanyProvider> known = providers.find();
        current = known.orElse(null);
        protocol = Protocol.of(request.getParameter("protocol"))
                .or(() -> known.map(CompanyProvider::protocol))
                .orElse(Protocol.OIDC);
        Optional<CompanyProvider> shown = known.filter(one -> one.protocol() == protocol);
        address = shown.flatMap(CompanyProvider::address).orElse("");
        clientId = shown.flatMap(CompanyProvider::clientId).orElse("");
        verifiedOnly = shown.map(CompanyProvider::verifiedOnly).orElse(true);
        version = known.map(CompanyProvider::version).orElse(0L);
    }

    public List<MailDomain> getDomains() {
        return mailDomains.all();
    }

    public CompanyProvider getCurrent() {
        return current;
    }

    public boolean isThere() {
        return current != null;
    }

    /** Whether the form at hand is of the provider that is set up. */
    public boolean isShown() {
        return current != null && current.protocol() == protocol;
    }

    public boolean isOidc() {
        return protocol == Protocol.OIDC;
    }

    public String getProtocol() {
        return protocol.word();
    }

    public String href(String word) {
        return request.getContextPath() + ADDRESS + "?protocol=" + word;
    }

    public String getReturnAddress() {
        return providers.returnAddress();
    }

    public String getEntity() {
        return providers.entity();
    }

    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("provider.done." + done) : "";
    }

    public String since(MailDomain one) {
        return one.verifiedAt()
                .map(at -> Texts.of("provider.domain.since", shown(at)))
                .orElse("");
    }

    /** What was looked at when the provider was tried; nothing before that. */
    public List<Finding> getFindings() {
        return findings;
    }

    public String text(Finding finding) {
        Object[] values = finding.values().stream()
                .map(value -> finding.code().equals("certificate") ? shown(Instant.parse(value.toString())) : value)
                .toArray();
        return Texts.of("provider.finding." + finding.code() + (finding.good() ? ".good" : ".bad"), values);
    }

    private static String shown(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Texts.locale())
                .withZone(CallContext.require().zone())
                .format(at);
    }

    public void claim() {
        run("claimed", () -> mailDomains.claim(domain));
    }

    public void verify(String name) {
        run("verified", () -> mailDomains.verify(name));
    }

    public void giveUp(String name) {
        run("given", () -> mailDomains.remove(name));
    }

    /** Keeps what stands in the form. */
    public void save() {
        run(
                "saved",
                () -> providers.put(new ProviderInput(
                        protocol.word(), address, uploaded(), clientId, clientSecret, verifiedOnly, version)));
    }

    public void switchOn() {
        run("on", () -> providers.activate(true));
    }

    public void switchOff() {
        run("off", () -> providers.activate(false));
    }

    public void remove() {
        run("removed", providers::remove);
    }

    public void test() {
        try {
            findings = trial.run();
        } catch (DomainException broken) {
            errors.add(broken);
        }
    }

    private void run(String done, Runnable change) {
        try {
            change.run();
            Pages.goTo(ADDRESS + "?done=" + done);
        } catch (DomainException broken) {
            errors.add(broken);
        }
    }

    private String uploaded() {
        if (metadata == null || metadata.getSize() == 0) {
            return null;
        }
        try (var in = metadata.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    /** Never shown again. */
    public String getClientSecret() {
        return null;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public boolean isVerifiedOnly() {
        return verifiedOnly;
    }

    public void setVerifiedOnly(boolean verifiedOnly) {
        this.verifiedOnly = verifiedOnly;
    }

    public Part getMetadata() {
        return metadata;
    }

    public void setMetadata(Part metadata) {
        this.metadata = metadata;
    }

    /** Of the provider when the form was shown; 0 when there was none. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}
