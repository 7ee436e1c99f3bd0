package io.guanxi.kernel.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A field as rules see it.
 *
 * @param name       as rules spell it
 * @param form       how its external form becomes a value
 * @param descriptor the field described; null for members of users and amounts
 * @param members    shape of the record it stands for or of a list's elements; null where there is none
 * @param object     object whose bundle has the label; null for elements of lists and others
 */
record FieldShape(
        String name, ValueForm form, FieldDescriptor descriptor, RecordShape members, ObjectDescriptor object) {

    /** Fields that stand under one name without being a record of their own. */
    static FieldShape group(String name, RecordShape members) {
        return new FieldShape(name, ValueForm.RECORD, null, members, null);
    }

    boolean isGroup() {
        return form == ValueForm.RECORD && descriptor == null;
    }

    CelType type() {
        return switch (form) {
            case LIST -> ListType.create(members.type());
            case RECORD -> members.type();
            default -> form.type();
        };
    }

    /** Longest text, 0 when that is not known. */
    int maxLength() {
        return descriptor == null ? 0 : descriptor.maxLength();
    }

    List<String> options() {
        return descriptor == null || form == ValueForm.LIST ? List.of() : descriptor.options();
    }

    /**
     * @param fields external forms; null when there is no record
     */
    Object read(Function<String, Object> fields) {
        if (isGroup()) {
            return new RecordValue(members, fields == null ? null : member -> fields.apply(name + "." + member));
        }
        Object raw = fields == null ? null : raw(fields);
        return raw == null ? form.absent(members) : form.read(raw, members);
    }

    private Object raw(Function<String, Object> fields) {
        try {
            return fields.apply(name);
        } catch (RuntimeException e) {
            throw new ReadFailure(e);
        }
    }

    String label(Locale locale) {
        if (object != null && descriptor != null) {
            return Labels.field(object, descriptor, locale);
        }
        return RuleWords.member(name, locale);
    }

    String optionLabel(String option, Locale locale) {
        return object != null ? Labels.option(object, descriptor, option, locale) : RuleWords.element(option, locale);
    }
}
