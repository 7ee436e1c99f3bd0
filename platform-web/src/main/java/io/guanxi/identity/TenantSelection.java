package io.guanxi.identity;

import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The tenants the logged-in person belongs to, for the page that chooses one and for the switcher of the shell. */
@Named("tenantSelection")
@RequestScoped
public class TenantSelection {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Tenants tenants;

    private List<Choice> choices;

    /**
     * One tenant to work in.
     *
     * @param alias   what is posted to {@code /tenant} to choose it
     * @param name    name of the company
     * @param current whether it is the one being worked in
     */
    public record Choice(String alias, String name, boolean current) {}

    /** In the order of their names; empty when nobody is logged in or the person belongs to none. */
    public List<Choice> getChoices() {
        if (choices == null) {
            choices = SignedIn.in(request).stream()
                    .flatMap(signedIn -> signedIn.who().memberships().stream()
                            .map(one -> choice(one, one.tenantId() == signedIn.tenantId())))
                    .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
                    .toList();
        }
        return choices;
    }

    /** Whether there is anything to switch to. */
    public boolean isSeveral() {
        return getChoices().size() > 1;
    }

    /** Where the person wanted to go before having to choose. */
    public String getNext() {
        String next = request.getParameter("next");
        return next == null ? Visitors.HOME : next;
    }

    private Choice choice(Membership membership, boolean current) {
        String name = tenants.find(membership.tenantId()).map(Tenant::name).orElse(membership.alias());
        return new Choice(membership.alias(), name, current);
    }
}
