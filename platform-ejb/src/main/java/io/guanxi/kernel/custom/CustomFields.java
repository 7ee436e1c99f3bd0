package io.guanxi.kernel.custom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.object.ObjectCatalogue;
import io.guanxi.kernel.object.ObjectTailor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * What objects there are for each tenant. The definitions of a tenant are read again when their version has changed, which is
 * asked at most once a second; on the node of the change it acts at once.
 */
@ApplicationScoped
public class CustomFields implements ObjectTailor {

    private static final Duration UNASKED = Duration.ofSeconds(1);
    private static final int MOST_TENANTS = 5_000;

    private final Cache<Integer, Long> versions =
            Caffeine.newBuilder().expireAfterWrite(UNASKED).build();
    private final Cache<Integer, Tailored> tenants =
            Caffeine.newBuilder().maximumSize(MOST_TENANTS).build();

    @Inject
    private DefinitionReader reader;

    /** The objects of a tenant as they were at a version of its definitions. */
    private record Tailored(long version, ObjectCatalogue objects) {}

    @Override
    public ObjectCatalogue tailor(ObjectCatalogue shipped) {
        int tenant = CallContext.require().tenantId();
        long version = version();
        if (version == 0) {
            return shipped;
        }
        Tailored known = tenants.getIfPresent(tenant);
        if (known != null && known.version() == version) {
            return known.objects();
        }
        // One reads for all that ask at the same time.
        return tenants.asMap()
                .compute(
                        tenant,
                        (id, before) -> before != null && before.version() == version
                                ? before
                                : new Tailored(
                                        version,
                                        new TailoredObjects(reader.fields(), reader.objects(), reader.weights())
                                                .of(shipped)))
                .objects();
    }

    /** Grows with every change of what the caller's tenant has defined; 0 while it has defined nothing. */
    public long version() {
        return versions.get(CallContext.require().tenantId(), id -> reader.version());
    }

    /** Asks for the version again at once, where waiting a second would be wrong. */
    public void refresh() {
        versions.invalidate(CallContext.require().tenantId());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CustomFieldsChanged change) {
        versions.invalidate(change.tenantId());
    }
}
