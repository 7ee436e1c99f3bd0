package io.guanxi.kernel.object;

/**
 * What a field holds, and with it how it is validated, stored, filtered, shown and edited.
 *
 * <p>The external form, the same in REST, pages, import and history: text as string, numbers as numbers, booleans,
 * {@code DATE} as {@code 2026-10-27}, {@code INSTANT} as {@code 2026-10-27T02:30:00Z}, {@code MONEY} as
 * {@code {"amount":"12.50","currency":"CNY"}}, {@code TIME} as {@code 14:30}, a share of {@code PERCENT} as the number
 * before the sign, references and members as opaque ids, lists as arrays of objects, tags as an array of their names,
 * several choices as an array of their values.
 */
public enum FieldType {
    TEXT,
    LONG_TEXT,
    /** HTML of the few elements that {@link io.guanxi.kernel.record.RichText} lets through. */
    RICH_TEXT,
    INTEGER,
    DECIMAL,
    /** 12.5 for 12.5 %. */
    PERCENT,
    MONEY,
    BOOLEAN,
    DATE,
    INSTANT,
    /** Of day, without date and zone. */
    TIME,
    CHOICE,
    /** Array of choices in the order of the options, each once; only tenants' own fields have the type. */
    MULTI_CHOICE,
    EMAIL,
    PHONE,
    URL,
    COUNTRY,
    CURRENCY,
    LANGUAGE,
    TIME_ZONE,
    /** An object by its path, such as {@code accounts}; beside the id of a record that may be of any object. */
    OBJECT,
    REFERENCE,
    MEMBER,
    /** Array of {@code {"label","number"}}; numbers in E.164. */
    PHONES,
    /** Array of {@code {"label","address"}}. */
    EMAILS,
    /** Array of {@code {"label","line1","line2","city","region","postalCode","country"}}. */
    ADDRESSES,
    /** Array of names of tags; stored as their ids, at most one such field in an object. */
    TAGS;

    /** An array of objects, stored as JSON; filter and sort use the fields derived from it. */
    public boolean isList() {
        return this == PHONES || this == EMAILS || this == ADDRESSES;
    }

    /** Has an order that lists may sort by and ranges may compare. */
    public boolean isOrdered() {
        return isNumber() || this == MONEY || this == DATE || this == INSTANT || this == TIME;
    }

    /** A plain number. */
    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == PERCENT;
    }

    /** Holds one or some of a closed set of options. */
    public boolean hasOptions() {
        return this == CHOICE || this == MULTI_CHOICE;
    }

    /** A text of any length, of which lists neither sort nor compare. */
    public boolean isProse() {
        return this == LONG_TEXT || this == RICH_TEXT;
    }

    public boolean isText() {
        return switch (this) {
            case TEXT, LONG_TEXT, RICH_TEXT, EMAIL, PHONE, URL -> true;
            default -> false;
        };
    }
}
