package io.guanxi.kernel.rule;

import java.util.List;
import java.util.Map;

/** Refuses sources that are too long or too deeply nested before a parser looks at them. */
final class SourceGuard {

    private static final Map<Character, Integer> NESTING = Map.of('(', 1, '[', 1, '{', 1, ')', -1, ']', -1, '}', -1);

    private SourceGuard() {}

    static void check(String source) throws InvalidRule {
        if (source.length() > RuleLimits.SOURCE_LENGTH) {
            throw new InvalidRule(RuleProblem.at(
                    source, RuleLimits.SOURCE_LENGTH, "tooLong", source.length(), RuleLimits.SOURCE_LENGTH));
        }
        if (source.isBlank()) {
            throw new InvalidRule(RuleProblem.at(source, 0, "empty"));
        }
        List<Tokens.Token> tokens = Tokens.of(source);
        int depth = 0;
        for (Tokens.Token token : tokens) {
            if (token.kind() == Tokens.Kind.SIGN) {
                depth += NESTING.getOrDefault(token.text().charAt(0), 0);
            }
            if (depth > RuleLimits.BRACKETS) {
                throw new InvalidRule(RuleProblem.at(source, token.start(), "tooDeep", RuleLimits.BRACKETS));
            }
        }
    }
}
