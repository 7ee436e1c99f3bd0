package io.guanxi.kernel.audit;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.HistoryEntry.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Entries in the words of people. */
@ApplicationScoped
public class AuditWords {

    private static final String BUNDLE = "io.guanxi.kernel.audit.messages";

    @Inject
    private ObjectRegistry objects;

    public static String text(String key, Locale locale) {
        return Labels.text(BUNDLE, key, locale);
    }

    /** The kind of a filter or entry. */
    public String kind(String kind, Locale locale) {
        return text("kind." + kind, locale);
    }

    public String action(AuditLine line, Locale locale) {
        return text("action." + line.action(), locale);
    }

    /** What was changed: the object of a record, or the kind. */
    public String what(AuditLine line, Locale locale) {
        return line.isOfRecord()
                ? objects.find(line.object())
                        .map(object -> Labels.singular(object, locale))
                        .orElse(line.object())
                : kind(line.kind(), locale);
    }

    /** Who did it; the product has no name of its own. */
    public String by(AuditLine line, Locale locale) {
        return line.byKind().equals(Caller.Kind.SYSTEM.name()) ? text("by.product", locale) : line.by();
    }

    public String channel(AuditLine line, Locale locale) {
        return line.channel() == null ? "" : text("channel." + line.channel().toLowerCase(Locale.ROOT), locale);
    }

    /** What a changed member is called. */
    public String member(AuditLine line, Change change, Locale locale) {
        return field(line, change)
                .map(field -> Labels.field(objects.require(line.object()), field, locale))
                .orElse(change.field());
    }

    public String before(AuditLine line, Change change, Locale locale) {
        return change.beforeLabel() == null ? value(line, change, change.before(), locale) : change.beforeLabel();
    }

    public String after(AuditLine line, Change change, Locale locale) {
        return change.afterLabel() == null ? value(line, change, change.after(), locale) : change.afterLabel();
    }

    private Optional<FieldDescriptor> field(AuditLine line, Change change) {
        return line.isOfRecord()
                ? objects.find(line.object()).flatMap(object -> object.find(change.field()))
                : Optional.empty();
    }

    private String value(AuditLine line, Change change, Object value, Locale locale) {
        if (value == null || "".equals(value)) {
            return "";
        }
        if (value instanceof String option) {
            ObjectDescriptor object =
                    line.isOfRecord() ? objects.find(line.object()).orElse(null) : null;
            return field(line, change)
                    .filter(field -> field.options().contains(option))
                    .map(field -> Labels.option(object, field, option, locale))
                    .orElse(option);
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : JsonTree.write(value);
    }
}
