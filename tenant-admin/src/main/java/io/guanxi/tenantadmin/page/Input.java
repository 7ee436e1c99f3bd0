package io.guanxi.tenantadmin.page;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.record.TextRules;
import java.util.List;

/** Checks single inputs by the rules that records have; what is wrong is added to a list. */
public final class Input {

    private static final int LONGEST_EMAIL = 254;

    private Input() {}

    /** The text without surrounding blanks; null when it is no good. */
    public static String text(String pointer, String text, int longest, List<FieldError> errors) {
        String normal = text == null ? null : TextRules.normalise(text);
        if (normal == null) {
            errors.add(FieldError.of(pointer, "required"));
        } else if (TextRules.hasForbidden(normal, false)) {
            errors.add(FieldError.of(pointer, "text.forbidden"));
        } else if (normal.length() > longest) {
            errors.add(FieldError.of(pointer, "text.tooLong", longest));
        } else {
            return normal;
        }
        return null;
    }

    /** The mail address in the form that is stored; null when it is none. */
    public static String email(String pointer, String text, List<FieldError> errors) {
        String normal = text(pointer, text, LONGEST_EMAIL, errors);
        return normal == null ? null : typed(pointer, FieldType.EMAIL, normal, "email.invalid", errors);
    }

    /** The value in the form of the type; null when it is none. */
    public static String typed(String pointer, FieldType type, String text, String code, List<FieldError> errors) {
        String canonical = TextRules.canonical(type, text);
        if (canonical == null) {
            errors.add(FieldError.of(pointer, code));
        }
        return canonical;
    }
}
