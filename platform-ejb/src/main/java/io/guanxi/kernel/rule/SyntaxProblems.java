package io.guanxi.kernel.rule;

import dev.cel.common.CelIssue;
import io.guanxi.kernel.rule.Tokens.Kind;
import io.guanxi.kernel.rule.Tokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says in the words of the product why a source cannot be read; habits from other languages are recognised. */
final class SyntaxProblems {

    private static final Map<String, String> WORDS = Map.of("and", "&&", "or", "||", "not", "!");

    private static final Map<Character, String> FULL_WIDTH = Map.ofEntries(
            Map.entry('（', "("),
            Map.entry('）', ")"),
            Map.entry('，', ","),
            Map.entry('。', "."),
            Map.entry('：', ":"),
            Map.entry('？', "?"),
            Map.entry('！', "!"),
            Map.entry('＝', "="),
            Map.entry('＞', ">"),
            Map.entry('＜', "<"),
            Map.entry('＋', "+"),
            Map.entry('－', "-"),
            Map.entry('×', "*"),
            Map.entry('÷', "/"),
            Map.entry('‘', "'"),
            Map.entry('’', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('【', "["),
            Map.entry('】', "]"));

    private SyntaxProblems() {}

    static List<RuleProblem> of(String source, List<CelIssue> issues) {
        Optional<RuleProblem> habit = habit(source);
        if (habit.isPresent()) {
            return List.of(habit.get());
        }
        // What the parser says after its first complaint mostly follows from it.
        return List.of(problem(source, issues.get(0)));
    }

    private static RuleProblem problem(String source, CelIssue issue) {
        int offset = Places.offset(source, issue.getSourceLocation());
        String message = issue.getMessage();
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("recursion limit")) {
            return RuleProblem.at(source, offset, "tooDeep", RuleLimits.DEPTH);
        }
        if (lower.contains("node limit")) {
            return RuleProblem.at(source, offset, "tooLarge", RuleLimits.NODES);
        }
        if (message.startsWith("reserved identifier: ")) {
            return RuleProblem.at(source, offset, "reservedWord", message.substring(message.indexOf(':') + 2));
        }
        if (lower.contains("invalid int") || lower.contains("invalid int64") || lower.contains("for input string")) {
            return RuleProblem.at(source, offset, "numberTooLarge", 18);
        }
        return lower.contains("<eof>") && offset >= source.stripTrailing().length()
                ? RuleProblem.at(source, offset, "unfinished")
                : RuleProblem.at(source, offset, "syntax", message);
    }

    private static Optional<RuleProblem> habit(String source) {
        Token last = null;
        for (Token token : Tokens.of(source)) {
            String text = token.text();
            boolean afterPoint = last != null && last.is(".");
            if (token.kind() == Kind.TEXT && !token.closed()) {
                return Optional.of(RuleProblem.at(source, token.start(), "openText", text.substring(0, 1)));
            }
            if (token.kind() == Kind.SIGN && FULL_WIDTH.containsKey(text.charAt(0))) {
                return Optional.of(
                        RuleProblem.at(source, token.start(), "fullWidth", text, FULL_WIDTH.get(text.charAt(0))));
            }
            if (token.is("=")) {
                return Optional.of(RuleProblem.at(source, token.start(), "writeInstead", "=", "=="));
            }
            if (token.is(">") && last != null && last.is("<") && last.end() == token.start()) {
                return Optional.of(RuleProblem.at(source, last.start(), "writeInstead", "<>", "!="));
            }
            if (token.is("if") && !afterPoint) {
                return Optional.of(RuleProblem.at(source, token.start(), "writeInstead", "if(a, b, c)", "a ? b : c"));
            }
            String sign = WORDS.get(text.toLowerCase(Locale.ROOT));
            if (token.kind() == Kind.WORD && sign != null && !afterPoint) {
                return Optional.of(RuleProblem.at(source, token.start(), "writeInstead", text, sign));
            }
            last = token;
        }
        return Optional.empty();
    }
}
