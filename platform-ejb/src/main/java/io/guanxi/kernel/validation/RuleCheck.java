package io.guanxi.kernel.validation;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.TextRules;
import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.kernel.rule.RuleCompiler;
import io.guanxi.kernel.rule.RuleEnvironment;
import io.guanxi.kernel.rule.RuleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a rule's definition must be like; everything wrong is told at once, each at its place. */
final class RuleCheck {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_MESSAGE = 200;
    private static final int MOST_MESSAGES = 4;

    private final ObjectDescriptor object;
    private final RuleEnvironment environment;
    private final List<FieldError> errors = new ArrayList<>();

    RuleCheck(ObjectDescriptor object, RuleEnvironment environment) {
        this.object = object;
        this.environment = environment;
    }

    /**
     * @param taken names of the object's other rules
     * @throws InvalidRecord with every error and its pointer
     */
    void check(ValidationRule rule, List<String> taken) {
        text("/name", rule.name(), LONGEST_NAME);
        if (rule.name() != null && taken.stream().anyMatch(rule.name()::equalsIgnoreCase)) {
            add("/name", "value.taken");
        }
        messages(rule.messages());
        condition(rule.condition());
        if (rule.field() != null && object.find(rule.field()).isEmpty()) {
            add("/field", "validation.field", rule.field());
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }

    private void messages(Map<String, String> messages) {
        if (messages.isEmpty()) {
            add("/messages", "required");
        } else if (messages.size() > MOST_MESSAGES) {
            add("/messages", "validation.languages", MOST_MESSAGES);
        }
        messages.forEach((language, text) -> {
            if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
                add("/messages", "language.invalid");
            } else {
                text("/messages/" + language, text, LONGEST_MESSAGE);
            }
        });
    }

    private void condition(String condition) {
        if (condition == null || condition.isBlank()) {
            add("/condition", "required");
            return;
        }
        try {
            RuleCompiler.compile(condition, environment, RuleType.CONDITION);
        } catch (InvalidRule e) {
            e.problems().forEach(problem -> errors.add(problem.at("/condition")));
        }
    }

    private void text(String pointer, String text, int longest) {
        if (text == null || text.isBlank()) {
            add(pointer, "required");
        } else if (text.codePointCount(0, text.length()) > longest) {
            add(pointer, "text.tooLong", longest);
        } else if (TextRules.hasForbidden(text, false)) {
            add(pointer, "text.forbidden");
        }
    }

    private void add(String pointer, String code, Object... args) {
        errors.add(FieldError.of(pointer, code, args));
    }
}
