package io.guanxi.integrations.rest.customers;

import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.record.RulePreview;
import io.guanxi.kernel.rule.InvalidRule;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Trying rules over REST: what is sent, what is answered, and what is wrong with a rule. */
final class RuleTrials {

    private RuleTrials() {}

    static Map<String, Object> body(InputStream in) {
        return RequestBody.read(in, RequestBody.SINGLE_LIMIT).object();
    }

    /**
     * @throws InvalidRecord when the body has no such text
     */
    static String text(Map<String, Object> body, String member) {
        Object value = body.get(member);
        if (!(value instanceof String text)) {
            throw new InvalidRecord(FieldError.of("/" + member, value == null ? "required" : "type.text"));
        }
        return text;
    }

    /**
     * @throws InvalidRecord with the places of the rule where something is wrong
     */
    static Map<String, Object> tried(Supplier<RulePreview> trial, Locale locale) {
        try {
            return json(trial.get());
        } catch (InvalidRule e) {
            throw new InvalidRecord(e.problems().stream()
                    .map(problem -> FieldError.of(
                            "/rule", "rule.wrong", problem.line(), problem.column(), problem.message(locale)))
                    .toList());
        }
    }

    private static Map<String, Object> json(RulePreview preview) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("holds", preview.holds());
        members.put("asked", preview.asked());
        members.put(
                "sample",
                preview.sample().stream()
                        .map(match -> Map.of("id", match.id(), "name", match.name()))
                        .toList());
        return members;
    }
}
