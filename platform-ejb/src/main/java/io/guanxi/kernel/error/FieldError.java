package io.guanxi.kernel.error;

import java.util.List;

/**
 * One thing wrong with one member of an input.
 *
 * @param pointer RFC 6901 pointer into the input, such as {@code /phones/0/number}
 * @param code    stable name of the rule such as {@code phone.invalid}; also the message key
 * @param args    what the message mentions
 */
public record FieldError(String pointer, String code, List<Object> args) {

    public static FieldError of(String pointer, String code, Object... args) {
        return new FieldError(pointer, code, List.of(args));
    }

    /** Where a field stands in JSON: those of a tenant's own are members of one object. */
    public static String pointerTo(String field) {
        return "/" + field.replace('.', '/');
    }

    /**
     * The field the pointer leads into, such as {@code phones} or {@code custom.contractNo}; empty for the whole input.
     */
    public String member() {
        String custom = "/custom/";
        if (pointer.startsWith(custom)) {
            return "custom." + pointer.substring(custom.length()).split("/")[0];
        }
        int end = pointer.indexOf('/', 1);
        return pointer.isEmpty() ? "" : pointer.substring(1, end < 0 ? pointer.length() : end);
    }

    /** The same error for an input that stands under {@code prefix} in a larger one. */
    public FieldError under(String prefix) {
        return new FieldError(prefix + pointer, code, args);
    }
}
