package io.guanxi.tenantadmin.partners;

import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.PartnerClient;
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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The programs of partners, and what the one at hand may do: {@code client} in the address, {@code of} in the form. */
@Named("partnersPage")
@RequestScoped
public class PartnersPage {

    static final String ADDRESS = "/app/admin/partners";

    @Inject
    private PartnerGrants partners;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private List<PartnerClient> clients;
    private PartnerClient current;
    private List<ObjectGrants> grants = List.of();
    private long version;

    /** A tab of the page. */
    public record Tab(String label, String href, boolean current) {}

    @PostConstruct
    void openPartners() {
        clients = partners.clients();
        String wanted = Parameters.given(request, "client", "of");
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
        return "changed".equals(request.getParameter("done")) ? Texts.of("partners.done.changed") : "";
    }

    public void save() {
        Set<String> wanted = grants.stream().flatMap(ObjectGrants::granted).collect(Collectors.toSet());
        try {
            partners.change(current.id(), version, wanted);
            Pages.goTo(address(current) + "&done=changed");
        } catch (DomainException broken) {
            errors.add(broken);
        }
    }
}
