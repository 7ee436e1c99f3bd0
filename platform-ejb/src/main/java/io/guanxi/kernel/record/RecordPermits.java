package io.guanxi.kernel.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What the caller may do with a single record, for those who show or offer it. */
@Stateless
@TenantBound
public class RecordPermits {

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordFinder finder;

    @Inject
    private RecordAccess reach;

    /** Whether the caller may change a live record that they see. */
    public boolean mayChange(String object, String id) {
        return may(object, id, Operation.UPDATE);
    }

    /** Whether the caller may move a live record that they see to the recycle bin. */
    public boolean mayDelete(String object, String id) {
        return may(object, id, Operation.DELETE);
    }

    private boolean may(String object, String id, Operation operation) {
        ObjectDescriptor descriptor = objects.require(object);
        return access.allows(descriptor, operation)
                && (access.reach(descriptor, operation).isAll()
                        || reach.allows(descriptor, finder.read(descriptor, id), operation));
    }

    /**
     * Inner id of a live record, without what it holds. Needs {@code read}.
     *
     * @throws RecordNotFound when the caller has no such live record
     */
    public long requireSeen(String object, String id) {
        return finder.requireLive(allowed(object, Operation.READ), id, Operation.READ)
                .id();
    }

    /**
     * @throws RecordNotFound when the caller has no such live record
     * @throws io.guanxi.kernel.error.RecordOutOfReach when they see it and may not change it
     */
    public void requireChangeable(String object, String id) {
        finder.requireLive(allowed(object, Operation.UPDATE), id, Operation.UPDATE);
    }

    private ObjectDescriptor allowed(String object, Operation operation) {
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, operation);
        return descriptor;
    }
}
