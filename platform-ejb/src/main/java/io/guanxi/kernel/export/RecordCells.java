package io.guanxi.kernel.export;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RecordView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of records as cells of a file that people open and that can be imported again: choices by their labels,
 * records and people by their names, amounts with their currency, dates and times in their external form.
 */
public final class RecordCells {

    private static final String SEPARATOR = "; ";

    private final ObjectDescriptor object;
    private final List<FieldDescriptor> fields;
    private final Locale locale;

    /**
     * @param locale of headings and labels
     */
    public RecordCells(ObjectDescriptor object, List<FieldDescriptor> fields, Locale locale) {
        this.object = object;
        this.fields = List.copyOf(fields);
        this.locale = locale;
    }

    /** Every field but those that repeat a part of another. */
    public static List<FieldDescriptor> all(ObjectDescriptor object) {
        return object.fields().values().stream()
                .filter(field -> field.derivedFrom() == null)
                .toList();
    }

    public List<String> headings() {
        return fields.stream().map(field -> Labels.field(object, field, locale)).toList();
    }

    /**
     * @param record read with labels
     */
    public List<String> of(RecordView record) {
        return fields.stream().map(field -> cell(field, record)).toList();
    }

    private String cell(FieldDescriptor field, RecordView record) {
        Object value = record.value(field.name());
        if (value == null) {
            return "";
        }
        return switch (field.type()) {
            case TAGS -> joined(((List<?>) value).stream().map(String::valueOf));
            case MONEY -> ((Map<?, ?>) value).get("amount") + " " + ((Map<?, ?>) value).get("currency");
            case CHOICE -> Labels.option(object, field, value.toString(), locale);
            case MULTI_CHOICE ->
                joined(((List<?>) value)
                        .stream().map(choice -> Labels.option(object, field, choice.toString(), locale)));
            case REFERENCE, MEMBER -> record.labels().getOrDefault(field.name(), value.toString());
            case PHONES -> joined(members(value, "number"));
            case EMAILS -> joined(members(value, "address"));
            case ADDRESSES -> joined(((List<?>) value).stream().map(address -> address((Map<?, ?>) address)));
            default -> value.toString();
        };
    }

    private static Stream<String> members(Object list, String name) {
        return ((List<?>) list).stream().map(element -> String.valueOf(((Map<?, ?>) element).get(name)));
    }

    private static String address(Map<?, ?> address) {
        return Stream.of("line1", "line2", "postalCode", "city", "region", "country")
                .map(address::get)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(SEPARATOR));
    }
}
