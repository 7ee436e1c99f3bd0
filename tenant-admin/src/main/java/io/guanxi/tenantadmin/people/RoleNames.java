package io.guanxi.tenantadmin.people;

import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.people.Roles;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What roles are called in the language of the page. */
@Named("roleNames")
@RequestScoped
public class RoleNames {

    @Inject
    private Roles roles;

    private Map<Role, String> own;

    /** Those that every tenant has from most to least, then the tenant's own by name. */
    public List<Role> all() {
        List<Role> all = new ArrayList<>(Role.shipped());
        own().entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> all.add(entry.getKey()));
        return all;
    }

    /** A role that is gone is called by its id. */
    public String of(Role role) {
        return role.isShipped() ? Texts.of("role." + role.name()) : own().getOrDefault(role, role.name());
    }

    private Map<Role, String> own() {
        if (own == null) {
            own = roles.labels();
        }
        return own;
    }
}
