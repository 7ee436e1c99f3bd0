package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The attributes of an object's entity by name, so that one machinery fills and reads every object. */
public final class EntityShape {

    private static final Map<String, EntityShape> SHAPES = new ConcurrentHashMap<>();

    private final Constructor<? extends CrmRecord> constructor;
    private final Map<String, VarHandle> attributes = new HashMap<>();

    private EntityShape(ObjectDescriptor object) {
        try {
            constructor = object.entity().getDeclaredConstructor();
            constructor.setAccessible(true);
            for (FieldDescriptor field : object.fields().values()) {
                for (String attribute : attributesOf(field)) {
                    attributes.put(attribute, handle(object.entity(), attribute));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("entity and descriptor of " + object.name() + " do not match", e);
        }
    }

    /**
     * @throws IllegalStateException when a described field has no attribute
     */
    public static EntityShape of(ObjectDescriptor object) {
        return SHAPES.computeIfAbsent(object.name(), name -> new EntityShape(object));
    }

    /** Attributes that hold a field: amounts of money take two. */
    public static List<String> attributesOf(FieldDescriptor field) {
        return field.type() == FieldType.MONEY
                ? List.of(field.name(), field.name() + "Currency")
                : List.of(field.name());
    }

    CrmRecord create() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    Object get(CrmRecord entity, String attribute) {
        return attributes.get(attribute).get(entity);
    }

    void set(CrmRecord entity, String attribute, Object value) {
        attributes.get(attribute).set(entity, value);
    }

    private static VarHandle handle(Class<?> type, String attribute) throws ReflectiveOperationException {
        for (Class<?> owner = type; owner != Object.class; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (field.getName().equals(attribute)) {
                    return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                            .unreflectVarHandle(field);
                }
            }
        }
        throw new NoSuchFieldException(type.getName() + "." + attribute);
    }
}
