package io.guanxi.integrations.rest.admin;

import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditFilter;
import io.guanxi.kernel.audit.AuditLine;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.HistoryEntry.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries of the audit as members of JSON. */
@ApplicationScoped
public class AuditJson {

    static final String KINDS = Stream.concat(
                    Stream.of(AuditFilter.RECORDS),
                    Arrays.stream(AuditArea.values()).map(AuditArea::word))
            .collect(Collectors.joining(", "));

    @Inject
    private ObjectRegistry objects;

    Map<String, Object> line(AuditLine line) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", line.id());
        members.put("at", line.at());
        members.put("kind", line.kind());
        members.put("action", line.action());
        members.put("object", line.isOfRecord() ? path(line.object()) : null);
        members.put("subject", line.subject());
        members.put("title", line.title());
        members.put("by", line.by());
        members.put("byId", line.byId());
        members.put("byKind", lower(line.byKind()));
        members.put("actedBy", line.acting());
        members.put("channel", lower(line.channel()));
        members.put("address", line.address());
        members.put("agent", line.agent());
        members.put("job", line.job());
        members.put("traceId", line.trace());
        members.put("changes", line.changes().stream().map(AuditJson::change).toList());
        return members;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("field", change.field());
        members.put("before", change.before());
        members.put("after", change.after());
        return members;
    }

    private String path(String object) {
        return objects.find(object).map(ObjectDescriptor::path).orElse(object);
    }

    private static String lower(String word) {
        return word == null ? null : word.toLowerCase(Locale.ROOT);
    }
}
