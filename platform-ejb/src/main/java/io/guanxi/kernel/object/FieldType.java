package io.guanxi.kernel.object;

/**
 * What a field holds, and with it how it is validated, stored, filtered, shown and edited.
 *
 * <p>The external form, the same in REST, pages, import and history: text as string, numbers as numbers, booleans,
 * {@code DATE} as {@code 2026-10-27}, {@code INSTANT} as {@code 2026-10-27T02:30:00Z}, {@code MONEY} as
 * {@code {"amount":"12.50","currency":"CNY"}}, references and members as opaque ids, lists as arrays of objects,
 * tags as an array of their names.
 */
public enum FieldType {
    TEXT,
    LONG_TEXT,
    INTEGER,
    DECIMAL,
    MONEY,
    BOOLEAN,
    DATE,
    INSTANT,
    CHOICE,
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
        return this == INTEGER || this == DECIMAL || this == MONEY || this == DATE || this == INSTANT;
    }

    public boolean isText() {
        return switch (this) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL -> true;
            default -> false;
        };
    }
}
