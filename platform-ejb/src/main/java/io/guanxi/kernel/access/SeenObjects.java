package io.guanxi.kernel.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Objects as roles know them. Each is made once for what a role may do with its fields, and lives as long as the object, so
 * that what others make of it can be kept.
 */
@ApplicationScoped
public class SeenObjects {

    private final Cache<ObjectDescriptor, Map<Map<String, FieldRight>, ObjectDescriptor>> seen =
            Caffeine.newBuilder().weakKeys().build();

    /** The object without what the rights hide; the very object when they hide and protect nothing. */
    ObjectDescriptor by(Rights rights, ObjectDescriptor object) {
        Map<String, FieldRight> fields = rights.of(object).fields();
        return fields.isEmpty()
                ? object
                : seen.get(object, none -> new ConcurrentHashMap<>())
                        .computeIfAbsent(
                                fields,
                                said -> object.seen(
                                        field -> said.get(field) == FieldRight.HIDDEN,
                                        field -> said.get(field) == FieldRight.READ));
    }
}
