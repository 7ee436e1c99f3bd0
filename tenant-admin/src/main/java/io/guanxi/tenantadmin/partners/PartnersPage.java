package io.guanxi.tenantadmin.partners;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.PartnerClient;
import io.guanxi.kernel.people.PartnerClients;
import io.guanxi.kernel.people.PartnerGrants;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Parameters;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The programs of partners, and what the one at hand may do: {@code client} in the address, {@code of} in the form. */
@Named("partnersPage")
@RequestScoped
public class PartnersPage {

    static final String ADDRESS = "/app/admin/partners";

    private static final Set<String> DONE = Set.of("changed", "ended", "revoked");

    @Inject
    private PartnerGrants partners;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    @Inject
    private PartnerClients programs;

    private List<PartnerClient> clients;
    private PartnerClient current;
    private PartnerClients.Issued issued;
    private String name;
    private List<ObjectGrants> grants = List.of();
    private long version;

    /** A tab of the page. */
    public record Tab(String label, String href, boolean current) {}

    @PostConstruct
    void openPartners() {
        open(Parameters.given(request, "client", "of"));
    }

    private void open(String wanted) {
        clients = partners.clients();
        current = clients.stream()
                .filter(client -> RecordId.format(client.id()).equals(wanted))
                .findFirst()
                .orElse(clients.isEmpty() ? null : clients.get(0));
        if (current != null) {
            version = current.version();
            Set<String> granted = current.grants();
            grants = objects.all().stream()
                    .map(object -> new ObjectGrants(object, Labels.plural(object, Texts.locale()), granted))
                    .toList();
        }
    }

    public boolean isNone() {
        return current == null;
    }

    public List<Tab> getTabs() {
        return clients.stream()
                .map(client -> new Tab(client.name(), address(client), client == current))
                .toList();
    }

    private static String address(PartnerClient client) {
        return ADDRESS + "?client=" + RecordId.format(client.id());
    }

    /** Id of the program at hand. */
    public String getId() {
        return RecordId.format(current.id());
    }

    /** Its name at Keycloak, which it logs in by. */
    public String getClientId() {
        return current.clientId();
    }

    public boolean isActive() {
        return current.isActive();
    }

    public List<ObjectGrants> getGrants() {
        return grants;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("partners.done." + done) : "";
    }

    /** When it last called; a dash for never. */
    public String getLastUsed() {
        return current.lastUsedAt().map(PartnersPage::shown).orElse("–");
    }

    /** Until when which old name is good; empty when there is none. */
    public String getPrevious() {
        return current.previousUntil()
                .filter(until -> Instant.now().isBefore(until))
                .map(until -> Texts.of("partners.previous", current.previousId().orElse(""), shown(until)))
                .orElse("");
    }

    private static String shown(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Texts.locale())
                .withZone(CallContext.require().zone())
                .format(time);
    }

    /** The program that was just given a secret; it is shown in this answer and never again. */
    public PartnerClients.Issued getIssued() {
        return issued;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Sets up a program that may do nothing yet. */
    public void create() {
        errors.attempt(() -> {
            issued = programs.create(name, Set.of());
            name = null;
            open(RecordId.format(issued.client().id()));
        });
    }

    public void rotate() {
        errors.attempt(() -> {
            String id = getId();
            issued = programs.rotate(id);
            open(id);
        });
    }

    public void endPrevious() {
        errors.attempt(() -> {
            programs.endPrevious(getId());
            Pages.goTo(address(current) + "&done=ended");
        });
    }

    public void revoke() {
        errors.attempt(() -> {
            programs.revoke(getId());
            Pages.goTo(address(current) + "&done=revoked");
        });
    }

    public void save() {
        Set<String> wanted = grants.stream().flatMap(ObjectGrants::granted).collect(Collectors.toSet());
        errors.submit(address(current) + "&done=changed", () -> partners.change(current.id(), version, wanted));
    }
}
