package io.guanxi.kernel.layout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.RelatedList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The layouts that apply to the caller. They are read again at most once a second; on the node of a change it acts at once.
 */
@ApplicationScoped
public class LayoutBook {

    private static final int MOST_TENANTS = 5_000;

    private final Cache<Integer, Arrangements> tenants = Caffeine.newBuilder()
            .maximumSize(MOST_TENANTS)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    @Inject
    private LayoutReader reader;

    @Inject
    private VisibleObjects objects;

    private record Arrangements(
            Map<String, Map<LayoutKey, LayoutDefinition>> layouts, Map<String, String> typeFields) {}

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) LayoutsChanged change) {
        tenants.invalidate(change.tenantId());
    }

    /**
     * The layout of a record for the caller.
     *
     * @param values external forms of its fields by name; the one that gives it its type counts
     */
    public Layout of(ObjectDescriptor object, Map<String, Object> values) {
        String recordType = typeField(object)
                .map(field -> values.get(field.name()))
                .map(String::valueOf)
                .orElse(null);
        List<RelatedList> related = objects.related(object);
        Map<LayoutKey, LayoutDefinition> layouts = current().layouts().getOrDefault(object.name(), Map.of());
        return candidates(recordType, CallContext.require().role())
                .map(layouts::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(layout -> layout.apply(object, related))
                .orElseGet(() -> Layout.shipped(object, related));
    }

    /** From the most particular to the standard one. */
    private static Stream<LayoutKey> candidates(String recordType, Role role) {
        return Stream.of(
                        LayoutKey.of(recordType, role),
                        LayoutKey.of(recordType, null),
                        LayoutKey.of(null, role),
                        LayoutKey.STANDARD)
                .distinct();
    }

    /** The field whose value is the type of a record. */
    public Optional<FieldDescriptor> typeField(ObjectDescriptor object) {
        return Optional.ofNullable(current().typeFields().get(object.name()))
                .flatMap(object::find)
                .filter(field -> field.type() == FieldType.CHOICE);
    }

    private Arrangements current() {
        return tenants.get(
                CallContext.require().tenantId(), tenant -> new Arrangements(reader.layouts(), reader.typeFields()));
    }
}
