package io.guanxi.samples;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.tenancy.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A sample as it stands in the file, made the tenant's own: amounts in its currency, addresses in its country, and what
 * it points to by id instead of by key.
 */
final class SampleRecord {

    private static final String COUNTRY = "$country";
    private static final String OWNER = "$owner";

    private final Tenant tenant;
    private final String owner;
    private final Map<String, String> ids;

    /**
     * @param owner outer id of the member who owns the samples
     * @param ids   of the samples made before, by key
     */
    SampleRecord(Tenant tenant, String owner, Map<String, String> ids) {
        this.tenant = tenant;
        this.owner = owner;
        this.ids = ids;
    }

    /** The input that makes it. */
    Map<String, Object> input(ObjectDescriptor object, Map<String, Object> fields) {
        Map<String, Object> input = new LinkedHashMap<>();
        fields.forEach((name, value) -> input.put(name, value(object, name, value)));
        return input;
    }

    private Object value(ObjectDescriptor object, String name, Object value) {
        FieldType type = object.require(name).type();
        if (type == FieldType.MONEY) {
            return Map.of("amount", value, "currency", tenant.currency());
        }
        if (type == FieldType.REFERENCE || name.equals("relatedId")) {
            return Objects.requireNonNull(ids.get(value));
        }
        return type == FieldType.ADDRESSES
                ? ((List<?>) value).stream().map(this::address).toList()
                : text(value);
    }

    private Map<String, Object> address(Object element) {
        Map<String, Object> address = new LinkedHashMap<>();
        ((Map<?, ?>) element).forEach((name, value) -> address.put((String) name, text(value)));
        return address;
    }

    private Object text(Object value) {
        return OWNER.equals(value) ? owner : COUNTRY.equals(value) ? tenant.country() : value;
    }
}
