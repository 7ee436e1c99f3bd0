package io.guanxi.kernel.object;

import java.util.List;

/** Describes one field, in the words of a descriptor: {@code text("name", 200).required().sortable()}. */
public final class FieldBuilder {

    private final String name;
    private final FieldType type;
    private final int maxLength;
    private List<String> options = List.of();
    private List<String> synonyms = List.of();
    private String reference;
    private String derivedFrom;
    private boolean required;
    private boolean readOnly;
    private boolean sortable;
    private boolean filterable;
    private boolean searchable;
    private boolean unique;
    private boolean sensitive;
    private CustomField custom;

    private FieldBuilder(String name, FieldType type, int maxLength) {
        this.name = name;
        this.type = type;
        this.maxLength = maxLength;
    }

    public static FieldBuilder text(String name, int maxLength) {
        return new FieldBuilder(name, FieldType.TEXT, maxLength);
    }

    public static FieldBuilder longText(String name, int maxLength) {
        return new FieldBuilder(name, FieldType.LONG_TEXT, maxLength);
    }

    public static FieldBuilder field(String name, FieldType type) {
        return new FieldBuilder(name, type, defaultLength(type));
    }

    public static FieldBuilder choice(String name, String... options) {
        FieldBuilder field = new FieldBuilder(name, FieldType.CHOICE, 40);
        field.options = List.of(options);
        return field;
    }

    /**
     * A field of any type.
     *
     * @param reference object that a {@code REFERENCE} points to; null for others
     */
    public static FieldBuilder field(String name, FieldType type, int maxLength, String reference) {
        FieldBuilder field = new FieldBuilder(name, type, maxLength);
        field.reference = reference;
        return field;
    }

    /** An array field; {@code labels} are the kinds its elements may have, the first is the default. */
    public static FieldBuilder list(String name, FieldType type, String... labels) {
        FieldBuilder field = new FieldBuilder(name, type, 0);
        field.options = List.of(labels);
        return field;
    }

    public static FieldBuilder reference(String name, String object) {
        FieldBuilder field = new FieldBuilder(name, FieldType.REFERENCE, 0);
        field.reference = object;
        return field;
    }

    public FieldBuilder required() {
        required = true;
        return this;
    }

    public FieldBuilder readOnly() {
        readOnly = true;
        return this;
    }

    public FieldBuilder derivedFrom(String list) {
        derivedFrom = list;
        return readOnly();
    }

    /** Sortable and filterable: both lean on the same index. */
    public FieldBuilder sortable() {
        sortable = true;
        return filterable();
    }

    public FieldBuilder filterable() {
        filterable = true;
        return this;
    }

    public FieldBuilder searchable() {
        searchable = true;
        return this;
    }

    /** No two live records have the same value; also filterable, since import finds records by it. */
    public FieldBuilder unique() {
        unique = true;
        return filterable();
    }

    /** Its values are masked where histories tell of changes. */
    public FieldBuilder sensitive() {
        sensitive = true;
        return this;
    }

    public FieldBuilder synonyms(String... headings) {
        synonyms = List.of(headings);
        return this;
    }

    /** A field of a tenant's own; {@code options} of the definition are the options of the field. */
    public FieldBuilder custom(CustomField definition) {
        custom = definition;
        options = definition.options().stream().map(CustomField.Option::value).toList();
        return this;
    }

    public FieldDescriptor build() {
        return new FieldDescriptor(
                name,
                type,
                required,
                readOnly,
                maxLength,
                options,
                reference,
                sortable,
                filterable,
                searchable,
                unique,
                derivedFrom,
                synonyms,
                sensitive,
                custom);
    }

    /** Longest text of the type in characters; 0 for types without length of their own. */
    public static int defaultLength(FieldType type) {
        return switch (type) {
            case EMAIL -> 254;
            case PHONE -> 20;
            case URL -> 500;
            case COUNTRY -> 2;
            case CURRENCY -> 3;
            case LANGUAGE -> 35;
            case TIME_ZONE, OBJECT -> 60;
            default -> 0;
        };
    }
}
