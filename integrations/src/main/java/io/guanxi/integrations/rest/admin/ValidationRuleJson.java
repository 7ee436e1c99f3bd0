package io.guanxi.integrations.rest.admin;

import io.guanxi.kernel.rule.RuleProblem;
import io.guanxi.kernel.validation.ValidationRule;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rules for records as JSON. */
final class ValidationRuleJson {

    private static final Set<String> MEMBERS = Set.of("name", "condition", "messages", "field", "active");

    private ValidationRuleJson() {}

    static Map<String, Object> write(String id, ValidationRule rule) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", id);
        members.put("name", rule.name());
        members.put("condition", rule.condition());
        members.put("messages", rule.messages());
        members.put("field", rule.field());
        members.put("active", rule.active());
        return members;
    }

    /**
     * @throws io.guanxi.kernel.error.InvalidRecord when a member is unknown or of the wrong kind
     */
    static ValidationRule read(String object, Map<String, Object> given) {
        Members members = new Members(given, MEMBERS);
        ValidationRule rule = new ValidationRule(
                object,
                members.text("name"),
                members.text("condition"),
                members.texts("messages"),
                members.text("field"),
                members.truth("active", true));
        members.throwIfAny();
        return rule;
    }

    static Map<String, Object> write(RuleProblem problem, Locale locale) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", problem.code());
        members.put("message", problem.message(locale));
        members.put("line", problem.line());
        members.put("column", problem.column());
        members.put("offset", problem.offset());
        members.put("length", problem.length());
        return members;
    }
}
