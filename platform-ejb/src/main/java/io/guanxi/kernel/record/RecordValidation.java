package io.guanxi.kernel.record;

import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.rule.RuleInput;
import io.guanxi.kernel.validation.ActiveRules;
import io.guanxi.kernel.validation.CompiledRule;
import java.util.List;
import java.util.Map;

/** Asks the tenant's own rules about what is to be written. */
final class RecordValidation {

    private final ActiveRules rules;
    private final RuleValues values;

    RecordValidation(ActiveRules rules, RuleValues values) {
        this.rules = rules;
        this.values = values;
    }

    /** The record is likely to be pointed to by what is written. */
    void expect(String object, long record) {
        values.expect(object, record);
    }

    /**
     * Adds what the rules find wrong. A rule that reads something that is wrong in itself is not asked: its answer would
     * mean nothing.
     *
     * @param before external forms of the fields as stored; empty for a new record
     * @param after  external forms of the fields as they would be stored
     */
    void check(ObjectDescriptor object, Map<String, Object> before, Map<String, Object> after, RecordInput input) {
        DependentChoices.check(object, before, after, input);
        List<CompiledRule> asked = rules.of(object.name());
        if (asked.isEmpty()) {
            return;
        }
        RuleInput read = values.input(object, before, after);
        asked.stream()
                .filter(rule -> rule.fields().stream().noneMatch(path -> input.isWrong(field(object, path))))
                .flatMap(rule -> rule.ask(read).stream())
                .toList()
                .forEach(input::broken);
    }

    /** The field of the record itself that a path begins with. */
    private static String field(ObjectDescriptor object, String path) {
        if (object.fields().containsKey(path) || !path.contains(".")) {
            return path;
        }
        return field(object, path.substring(0, path.lastIndexOf('.')));
    }
}
