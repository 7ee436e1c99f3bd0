package io.guanxi.kernel.custom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectTailor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What objects are for each tenant. The definitions of a tenant are read again when their version has changed, which is asked
 * at most once a second; on the node of the change it acts at once.
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
    private record Tailored(
            long version, Map<String, List<FieldDescriptor>> fields, Map<String, ObjectDescriptor> objects) {}

    @Override
    public ObjectDescriptor tailor(ObjectDescriptor object) {
        Tailored tailored = current(CallContext.require().tenantId());
        List<FieldDescriptor> fields = tailored.fields().get(object.name());
        return fields == null ? object : tailored.objects().computeIfAbsent(object.name(), name -> object.with(fields));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CustomFieldsChanged change) {
        versions.invalidate(change.tenantId());
    }

    private Tailored current(int tenant) {
        Long version = versions.get(tenant, id -> reader.version());
        Tailored known = tenants.getIfPresent(tenant);
        if (known == null || known.version() != version) {
            known = new Tailored(version, version == 0 ? Map.of() : reader.fields(), new ConcurrentHashMap<>());
            tenants.put(tenant, known);
        }
        return known;
    }
}
