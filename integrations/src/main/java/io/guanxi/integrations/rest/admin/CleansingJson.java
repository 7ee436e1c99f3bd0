package io.guanxi.integrations.rest.admin;

import io.guanxi.kernel.cleansing.CleansingRun;
import io.guanxi.kernel.cleansing.FindingKind;
import io.guanxi.kernel.cleansing.FindingView;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Runs and their findings as members of JSON. */
@ApplicationScoped
public class CleansingJson {

    @Inject
    private ObjectRegistry objects;

    static Map<String, Object> run(CleansingRun run) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", run.id());
        members.put("job", run.job());
        members.put("startedAt", run.startedAt());
        members.put("finishedAt", run.finishedAt());
        members.put("startedBy", run.startedBy());
        members.put("planned", run.planned());
        Map<String, Object> counts = new LinkedHashMap<>();
        for (FindingKind kind : FindingKind.values()) {
            Map<String, Object> byStatus = new LinkedHashMap<>();
            run.counts().getOrDefault(kind, Map.of()).forEach((status, count) -> byStatus.put(status.word(), count));
            counts.put(kind.word(), byStatus);
        }
        members.put("counts", counts);
        return members;
    }

    /**
     * @param locale language of the sentence that says why it was not applied
     */
    Map<String, Object> finding(FindingView finding, Locale locale) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", finding.id());
        members.put("kind", finding.kind().word());
        members.put("status", finding.status().word());
        members.put("object", path(finding.object()));
        members.put("record", finding.record());
        members.put("title", finding.title());
        members.put("other", finding.other());
        members.put("otherTitle", finding.otherTitle());
        members.put("field", finding.field().isEmpty() ? null : finding.field());
        members.put("found", finding.found());
        members.put("proposal", finding.proposal());
        members.put("touchedAt", finding.touchedAt());
        members.put("touchedBy", finding.touchedBy() == null ? null : path(finding.touchedBy()));
        members.put("decidedBy", finding.decidedBy());
        members.put("decidedAt", finding.decidedAt());
        members.put(
                "outcome",
                finding.outcome() == null
                        ? null
                        : Labels.error(
                                finding.outcome(), locale, finding.outcomeArgs().toArray()));
        return members;
    }

    private String path(String object) {
        return objects.find(object).map(ObjectDescriptor::path).orElse(object);
    }
}
