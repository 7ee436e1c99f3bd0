package io.guanxi.kernel.access;

import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.ModuleNotEntitled;
import io.guanxi.kernel.error.TenantReadOnly;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The one place that decides what a caller may do: with an object as a whole, with which of its records, with which of its
 * fields, and beside that. Rights of people come from their role, those of clients from their grants; a client reaches all
 * records of an object it may work with.
 */
@ApplicationScoped
public class AccessPolicy {

    /** What the programs of partners may do with records that they may change. */
    private static final Set<Feature> OF_CLIENTS =
            EnumSet.of(Feature.EDIT_IN_BULK, Feature.MERGE, Feature.SHARE_VIEWS, Feature.SHARE_RECORDS);

    @Inject
    private Entitlements entitlements;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private SeenObjects seen;

    /**
     * @throws ModuleNotEntitled when the tenant does not have the object's module
     * @throws TenantReadOnly when it is a change, and the company may only be read at the moment
     * @throws AccessDenied when the caller may do that with no record of the object
     */
    public void require(ObjectDescriptor object, Operation operation) {
        if (!isEntitled(object)) {
            throw entitlements.refusal(object.module());
        }
        if (operation.changes()) {
            requireChanges();
        }
        Caller caller = CallContext.require();
        if (!holds(caller, object, operation)) {
            throw caller.isPerson()
                    ? AccessDenied.ofRole(operation.word(), Labels.pluralInTexts(object))
                    : new AccessDenied(object.grant(operation.grant()));
        }
    }

    /** Whether {@link #require} would pass; pages hide what it would not. */
    public boolean allows(ObjectDescriptor object, Operation operation) {
        Caller caller = CallContext.require();
        return isEntitled(object) && !(operation.changes() && caller.readsOnly()) && holds(caller, object, operation);
    }

    /**
     * Asked before anything is changed for which no operation or feature stands.
     *
     * @throws TenantReadOnly when the company may only be read at the moment
     */
    public void requireChanges() {
        if (CallContext.require().readsOnly()) {
            throw new TenantReadOnly();
        }
    }

    /** Which records of the object the caller may do that with; asks nothing of the object as a whole. */
    public Reach reach(ObjectDescriptor object, Operation operation) {
        Caller caller = CallContext.require();
        return caller.isPerson() ? reach(caller, object, operation) : Reach.ALL;
    }

    private Reach reach(Caller caller, ObjectDescriptor object, Operation operation) {
        Scope scope = caller.rights().of(object).scope(operation);
        if (scope == Scope.ALL) {
            return Reach.ALL;
        }
        // What is shared widens a right, and gives none.
        if (scope == Scope.NONE) {
            return Reach.NONE;
        }
        if (object.partOf() != null) {
            return within(caller, object, object.partOf(), operation);
        }
        if (object.isOwned()) {
            return owned(caller, object, scope, operation);
        }
        List<Reach> ways = new ArrayList<>();
        object.listedAt().forEach(reference -> ways.add(within(caller, object, reference, operation)));
        // What is nobody's and stands by itself is the business of whoever may work with it at all.
        return ways.isEmpty() || ways.stream().anyMatch(Reach::isAll) ? Reach.ALL : new Reach.Any(ways);
    }

    private Reach within(Caller caller, ObjectDescriptor object, String reference, Operation operation) {
        ObjectDescriptor target = objects.require(object.require(reference).reference());
        Reach reach = reach(caller, target, operation);
        return reach.isAll() ? Reach.ALL : new Reach.Within(reference, target, reach);
    }

    private static Reach owned(Caller caller, ObjectDescriptor object, Scope scope, Operation operation) {
        Set<ShareLevel> levels =
                switch (operation) {
                    case READ, EXPORT -> EnumSet.allOf(ShareLevel.class);
                    case UPDATE -> EnumSet.of(ShareLevel.EDIT);
                    default -> EnumSet.noneOf(ShareLevel.class);
                };
        boolean given = caller.circle().given().contains(object.name()) && !levels.isEmpty();
        return new Reach.Owned(
                object.name(),
                caller.circle().owners(caller.memberId(), scope, object.name(), operation),
                given ? caller.circle().grantees() : Set.of(),
                levels);
    }

    /** The object as the caller knows it: without the fields that are hidden, and with others that are only read. */
    public ObjectDescriptor seen(ObjectDescriptor object) {
        Caller caller = CallContext.require();
        return caller.isPerson() ? seen.by(caller.rights(), object) : object;
    }

    /** Whether every field of the object exists for the caller. */
    public boolean seesAll(ObjectDescriptor object) {
        return seen(object) == object;
    }

    /** Whether there are fields that records are found by and that do not exist for the caller. */
    public boolean hidesWords(ObjectDescriptor object) {
        ObjectDescriptor known = seen(object);
        return known != object
                && object.fields().values().stream()
                        .anyMatch(field ->
                                field.searchable() && known.find(field.name()).isEmpty());
    }

    /**
     * @throws TenantReadOnly when it is for changes, and the company may only be read at the moment
     * @throws AccessDenied when the caller does not have the feature
     */
    public void require(Feature feature) {
        if (feature.changes()) {
            requireChanges();
        }
        if (!allows(feature)) {
            throw AccessDenied.ofFeature(feature.word());
        }
    }

    /** Whether the caller has the feature. Of clients none does but what their grants allow by themselves. */
    public boolean allows(Feature feature) {
        Caller caller = CallContext.require();
        if (feature.changes() && caller.readsOnly()) {
            return false;
        }
        return switch (caller.kind()) {
            case SYSTEM -> true;
            case PERSON -> caller.rights().has(feature);
            case CLIENT -> OF_CLIENTS.contains(feature);
        };
    }

    /** Objects of the tenant's own belong to no module of the plan. */
    private boolean isEntitled(ObjectDescriptor object) {
        return object.isCustom() || entitlements.hasModule(object.module());
    }

    private static boolean holds(Caller caller, ObjectDescriptor object, Operation operation) {
        return switch (caller.kind()) {
            case SYSTEM -> true;
            case PERSON -> caller.rights().of(object).scope(operation) != Scope.NONE;
            case CLIENT -> caller.grants().contains(object.grant(operation.grant()));
        };
    }
}
