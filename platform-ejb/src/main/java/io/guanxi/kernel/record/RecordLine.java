package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The line under a record's title where records of several objects stand together. */
public final class RecordLine {

    private static final int PARTS = 3;

    private RecordLine() {}

    /** The first columns of its lists that say something in words. */
    public static String of(ObjectDescriptor object, RecordView record, Locale locale) {
        List<String> parts = new ArrayList<>();
        for (String column : object.listColumns()) {
            FieldDescriptor field = object.require(column);
            if (parts.size() < PARTS && !column.equals(object.titleField())) {
                String text = text(object, field, record, locale);
                if (!text.isBlank()) {
                    parts.add(text);
                }
            }
        }
        return String.join(" · ", parts);
    }

    private static String text(ObjectDescriptor object, FieldDescriptor field, RecordView record, Locale locale) {
        Object value = record.value(field.name());
        if (value == null) {
            return "";
        }
        return switch (field.type()) {
            case TEXT, EMAIL, PHONE, URL -> value.toString();
            case CHOICE -> Labels.option(object, field, value.toString(), locale);
            case COUNTRY ->
                new Locale.Builder().setRegion(value.toString()).build().getDisplayCountry(locale);
            case REFERENCE, MEMBER -> record.labels().getOrDefault(field.name(), "");
            default -> "";
        };
    }
}
