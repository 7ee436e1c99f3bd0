package io.guanxi.kernel.people;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.Rights;
import io.guanxi.kernel.access.RightsJson;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The roles of the caller's tenant: those that every tenant has, which it may change but for owners and admins, and its own.
 * A change acts at once on this node and after some seconds on others, on running sessions and tokens too.
 */
@Stateless
@TenantBound
public class Roles {

    /** Roles of a tenant's own. */
    public static final int MOST = 50;

    @Inject
    private SqlGateway sql;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AuditTrail trail;

    @Inject
    private Event<PeopleChanged> changes;

    /** All roles: those that every tenant has first, from most to least, then the tenant's own by name. */
    public List<RoleView> all() {
        access.require(Feature.ADMINISTER);
        Map<String, RoleDefinition> said = new HashMap<>();
        List<RoleDefinition> own = new ArrayList<>();
        store().all().forEach(one -> {
            said.put(one.role().name(), one);
            if (!one.role().isShipped()) {
                own.add(one);
            }
        });
        Map<String, Long> members = store().members();
        List<RoleDefinition> all = new ArrayList<>(Role.shipped().stream()
                .map(role -> said.getOrDefault(role.name(), shipped(role)))
                .toList());
        all.addAll(own);
        return all.stream()
                .map(one -> new RoleView(one, members.getOrDefault(one.role().name(), 0L)))
                .toList();
    }

    /** Names of the tenant's own roles, for everybody who meets one. */
    public Map<Role, String> labels() {
        Map<Role, String> labels = new HashMap<>();
        store().all().stream()
                .filter(one -> !one.role().isShipped())
                .forEach(one -> labels.put(one.role(), one.label()));
        return labels;
    }

    /** Whether the tenant has such a role. */
    public boolean isThere(Role role) {
        return role.isShipped() || store().find(role).isPresent();
    }

    /** What people with the role may do; nothing when the tenant has no such role. */
    public Rights rights(Role role) {
        return store().rights(role);
    }

    /**
     * @throws RecordNotFound when the tenant has no such role
     */
    public RoleView require(String name) {
        access.require(Feature.ADMINISTER);
        RoleDefinition found = find(new Role(name)).orElseThrow(RecordNotFound::new);
        return new RoleView(found, store().members(found.role()));
    }

    private Optional<RoleDefinition> find(Role role) {
        Optional<RoleDefinition> said = store().find(role);
        return said.isEmpty() && role.isShipped() ? Optional.of(shipped(role)) : said;
    }

    /**
     * A role of the tenant's own.
     *
     * @throws InvalidRecord with every mistake
     */
    public RoleView create(String label, String description, Rights rights) {
        requireUnbounded();
        String named = label == null ? "" : label.strip();
        List<FieldError> errors = RoleRules.faults(objects, rights);
        errors.addAll(RoleRules.faults(store().all(), null, named, description));
        long own = store().all().stream().filter(one -> !one.role().isShipped()).count();
        if (own >= MOST) {
            errors.add(FieldError.of("", "role.tooMany", MOST));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        RoleDefinition made = new RoleDefinition(
                new Role(RecordId.format(RecordId.next())), 1, named, RoleRules.text(description), rights);
        store().insert(made, CallContext.require().memberId());
        trail.created(AuditArea.ROLES, made.role().name(), made.label(), told(made));
        tell();
        return new RoleView(made, 0);
    }

    /**
     * Says anew what a role is; those that every tenant has keep their names.
     *
     * @param version as the caller has read it; 0 when nothing was said yet
     * @throws StaleRecord    when somebody else changed it since
     * @throws InvalidRecord  with every mistake; owners and admins cannot be changed
     * @throws RecordNotFound when the tenant has no such role
     */
    public RoleView change(String name, long version, String label, String description, Rights rights) {
        requireUnbounded();
        Role role = new Role(name);
        RoleDefinition before = requireVersion(role, version);
        String named = role.isShipped() || label == null ? "" : label.strip();
        List<FieldError> errors = RoleRules.faults(objects, rights);
        if (role.isUnbounded()) {
            errors.add(FieldError.of("", "role.unbounded"));
        }
        if (!role.isShipped()) {
            errors.addAll(RoleRules.faults(store().all(), role, named, description));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        RoleDefinition after =
                new RoleDefinition(role, before.version() + 1, named, RoleRules.text(description), rights);
        store().delete(role);
        store().insert(after, CallContext.require().memberId());
        trail.changed(AuditArea.ROLES, role.name(), title(after), told(before), told(after));
        tell();
        return new RoleView(after, store().members(role));
    }

    /**
     * Takes a role of the tenant's own away, or gives one that every tenant has back what it began with.
     *
     * @throws InvalidRecord  when somebody has the role
     * @throws RecordNotFound when the tenant has no such role
     */
    public void delete(String name, long version) {
        requireUnbounded();
        Role role = new Role(name);
        RoleDefinition before = requireVersion(role, version);
        long members = store().members(role);
        if (!role.isShipped() && members > 0) {
            throw new InvalidRecord(FieldError.of("", "role.inUse", members));
        }
        store().delete(role);
        store().forget(role);
        trail.removed(AuditArea.ROLES, role.name(), title(before), told(before));
        tell();
    }

    private static Map<String, Object> told(RoleDefinition role) {
        Map<String, Object> told = new HashMap<>(RightsJson.tree(role.rights()));
        told.put("label", role.label());
        told.put("description", role.description());
        return told;
    }

    private static String title(RoleDefinition role) {
        return role.label().isEmpty() ? role.role().name() : role.label();
    }

    /** Nobody gives themselves more than they have: roles are made by those whom none binds. */
    private void requireUnbounded() {
        access.require(Feature.ADMINISTER);
        Caller caller = CallContext.require();
        if (caller.isPerson() && !caller.role().isUnbounded()) {
            throw AccessDenied.ofFeature(Feature.ADMINISTER.word());
        }
    }

    private RoleDefinition requireVersion(Role role, long version) {
        store().lock(role);
        RoleDefinition found = find(role).orElseThrow(RecordNotFound::new);
        if (found.version() != version) {
            throw new StaleRecord(found.version());
        }
        return found;
    }

    private static RoleDefinition shipped(Role role) {
        return new RoleDefinition(role, 0, "", "", role.shippedRights());
    }

    private RoleStore store() {
        return new RoleStore(sql);
    }

    private void tell() {
        changes.fire(new PeopleChanged(CallContext.require().tenantId()));
    }
}
