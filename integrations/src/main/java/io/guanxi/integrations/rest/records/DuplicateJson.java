package io.guanxi.integrations.rest.records;

import io.guanxi.kernel.duplicate.Candidate;
import io.guanxi.kernel.duplicate.DuplicatePair;
import io.guanxi.kernel.duplicate.ReasonTexts;
import io.guanxi.kernel.duplicate.Score;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RecordView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Duplicates as members of JSON. */
public final class DuplicateJson {

    private DuplicateJson() {}

    /**
     * @param locale language of the reasons
     */
    public static List<Map<String, Object>> candidates(
            ObjectDescriptor object, List<Candidate> candidates, Locale locale) {
        return candidates.stream()
                .map(candidate -> {
                    Map<String, Object> members = scored(object, candidate.score(), locale);
                    members.put("record", record(object, candidate.record()));
                    return members;
                })
                .toList();
    }

    static Map<String, Object> pair(ObjectDescriptor object, DuplicatePair pair, Locale locale) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", pair.id());
        members.put("status", pair.status().name().toLowerCase(Locale.ROOT));
        members.putAll(scored(object, pair.score(), locale));
        members.put("records", List.of(record(object, pair.first()), record(object, pair.second())));
        members.put("foundAt", pair.foundAt());
        members.put("decidedBy", pair.decidedBy());
        return members;
    }

    private static Map<String, Object> record(ObjectDescriptor object, RecordView record) {
        return RecordJson.item(object, record, FieldSelection.everything());
    }

    private static Map<String, Object> scored(ObjectDescriptor object, Score score, Locale locale) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("score", score.value());
        members.put(
                "reasons",
                score.reasons().stream()
                        .map(reason -> {
                            Map<String, Object> said = new LinkedHashMap<>();
                            said.put("field", reason.field());
                            said.put("code", ReasonTexts.code(reason.kind()));
                            said.put("percent", reason.percent());
                            said.put("message", ReasonTexts.of(object, reason, locale));
                            return said;
                        })
                        .toList());
        return members;
    }
}
