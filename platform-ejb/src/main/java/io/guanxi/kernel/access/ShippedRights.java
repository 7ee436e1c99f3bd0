package io.guanxi.kernel.access;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the roles may do that every tenant has, until the tenant says otherwise. */
final class ShippedRights {

    /** A new tag is made by whoever first needs it. */
    private static final Map<String, ObjectRights> TAGS = Map.of(
            "tag", ObjectRights.of(Scope.ALL, true, Scope.NONE, Scope.NONE).withoutFiles());

    private static final Set<Feature> WORK = EnumSet.of(Feature.EDIT_IN_BULK, Feature.SHARE_RECORDS);

    private static final Set<Feature> LEAD =
            EnumSet.of(Feature.EDIT_IN_BULK, Feature.SHARE_RECORDS, Feature.MERGE, Feature.SHARE_VIEWS);

    private static final Map<Role, Rights> RIGHTS = rights();

    private ShippedRights() {}

    /**
     * @throws IllegalArgumentException for a role that a tenant made
     */
    static Rights of(Role role) {
        Rights rights = RIGHTS.get(role);
        if (rights == null) {
            throw new IllegalArgumentException(role + " is a tenant's own");
        }
        return rights;
    }

    private static Map<Role, Rights> rights() {
        Map<Role, Rights> all = new HashMap<>();
        all.put(Role.OWNER, Rights.ALL);
        all.put(Role.ADMIN, Rights.ALL);
        all.put(Role.MEMBER, new Rights(LEAD, ObjectRights.ALL, ObjectRights.ALL, Map.of()));
        all.put(Role.SALES_MANAGER, working(LEAD, ObjectRights.of(Scope.SUBTREE, true, Scope.SUBTREE, Scope.SUBTREE)));
        all.put(
                Role.SALES_REP,
                working(
                        WORK,
                        ObjectRights.of(Scope.TEAM, true, Scope.OWN, Scope.OWN).withoutFiles()));
        all.put(Role.MARKETING, working(LEAD, ObjectRights.of(Scope.ALL, true, Scope.ALL, Scope.NONE)));
        all.put(
                Role.SERVICE_AGENT,
                working(
                        WORK,
                        ObjectRights.of(Scope.ALL, true, Scope.ALL, Scope.NONE).withoutFiles()));
        all.put(Role.SERVICE_MANAGER, working(LEAD, ObjectRights.of(Scope.ALL, true, Scope.ALL, Scope.ALL)));
        all.put(
                Role.ANALYST,
                new Rights(Set.of(), ObjectRights.SEE.exportOnly(), ObjectRights.SEE.exportOnly(), Map.of()));
        all.put(Role.READ_ONLY, new Rights(Set.of(), ObjectRights.SEE, ObjectRights.SEE, Map.of()));
        return Map.copyOf(all);
    }

    private static Rights working(Set<Feature> features, ObjectRights rights) {
        return new Rights(features, rights, rights.export() ? ObjectRights.SEE.exportOnly() : ObjectRights.SEE, TAGS);
    }
}
