package io.guanxi.kernel.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Row;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The attributes of an object's entity by name, so that one machinery fills and reads every object. Fields of a tenant's own
 * are attributes like others here; the entity keeps them all in one.
 */
public final class EntityShape {

    /** The entity's attribute that keeps the values of a tenant's own fields. */
    public static final String CUSTOM = "custom";

    private static final String CURRENCY = "Currency";

    /** A descriptor lives as long as nothing about it changes; there is one for each tenant with fields of its own. */
    private static final Cache<ObjectDescriptor, EntityShape> SHAPES =
            Caffeine.newBuilder().weakKeys().build();

    private final Constructor<? extends CrmRecord> constructor;
    private final Map<String, VarHandle> attributes = new HashMap<>();
    private final Map<String, FieldDescriptor> customFields = new LinkedHashMap<>();
    private final Map<String, FieldDescriptor> customCurrencies = new HashMap<>();
    private final List<Placed> product = new ArrayList<>();
    private final Map<String, Placed> customByKey = new HashMap<>();

    /** A field and its place among all. */
    private record Placed(int place, FieldDescriptor field) {}

    private EntityShape(ObjectDescriptor object) {
        try {
            constructor = object.entity().getDeclaredConstructor();
            constructor.setAccessible(true);
            for (FieldDescriptor field : object.fields().values()) {
                Placed placed = new Placed(product.size() + customByKey.size(), field);
                if (field.isCustom()) {
                    customByKey.put(CustomValues.key(field), placed);
                    customFields.put(field.name(), field);
                    customCurrencies.put(field.name() + CURRENCY, field);
                } else {
                    product.add(placed);
                    for (String attribute : attributesOf(field)) {
                        attributes.put(attribute, handle(object.entity(), attribute));
                    }
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
        return SHAPES.get(object, EntityShape::new);
    }

    /** Attributes of the entity that hold a field: amounts of money take two, all of a tenant's own fields share one. */
    public static List<String> attributesOf(FieldDescriptor field) {
        if (field.isCustom()) {
            return List.of(CUSTOM);
        }
        return field.type() == FieldType.MONEY ? List.of(field.name(), field.name() + CURRENCY) : List.of(field.name());
    }

    CrmRecord create() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    Object get(CrmRecord entity, String attribute) {
        return attribute.startsWith(CustomField.PREFIX)
                ? custom(entity.customValues(), attribute)
                : attributes.get(attribute).get(entity);
    }

    /** The attributes of an entity, to read several of them. */
    Attributes reader(CrmRecord entity) {
        return new Reader(name -> attributes.get(name).get(entity), entity::customValues);
    }

    /** The attributes of a row of a list. */
    Attributes reader(Row row) {
        return new Reader(row::get, () -> CustomValues.read((String) row.get(CUSTOM)));
    }

    /** Takes the values of a tenant's own fields apart once, when the first of them is asked for. */
    private final class Reader implements Attributes {

        private final Function<String, Object> own;
        private final Supplier<CustomValues> customs;
        private CustomValues read;

        Reader(Function<String, Object> own, Supplier<CustomValues> customs) {
            this.own = own;
            this.customs = customs;
        }

        @Override
        public Object apply(String attribute) {
            return attribute.startsWith(CustomField.PREFIX) ? custom(customs(), attribute) : own.apply(attribute);
        }

        @Override
        public List<FieldDescriptor> fields() {
            List<Placed> present = new ArrayList<>(product);
            if (!customFields.isEmpty()) {
                customs().keys().stream()
                        .map(customByKey::get)
                        .filter(Objects::nonNull)
                        .forEach(present::add);
                present.sort(Comparator.comparingInt(Placed::place));
            }
            return present.stream().map(Placed::field).toList();
        }

        private CustomValues customs() {
            if (read == null) {
                read = customs.get();
            }
            return read;
        }
    }

    /** The value of a tenant's own field, or the currency beside it. */
    private Object custom(CustomValues values, String attribute) {
        FieldDescriptor field = customFields.get(attribute);
        return field != null ? values.get(field) : values.currency(customCurrencies.get(attribute));
    }

    void setAll(CrmRecord entity, Map<String, Object> values) {
        Optional<CustomValues> custom = values.keySet().stream().anyMatch(name -> name.startsWith(CustomField.PREFIX))
                ? Optional.of(entity.customValues())
                : Optional.empty();
        values.forEach((attribute, value) -> {
            if (attribute.startsWith(CustomField.PREFIX)) {
                setCustom(custom.orElseThrow(), attribute, value);
            } else {
                attributes.get(attribute).set(entity, value);
            }
        });
        custom.ifPresent(entity::keep);
    }

    private void setCustom(CustomValues values, String attribute, Object value) {
        FieldDescriptor field = customFields.get(attribute);
        if (field != null) {
            values.set(field, value);
        } else {
            values.currency(customCurrencies.get(attribute), value);
        }
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
