package io.guanxi.kernel.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Regular expressions of RE2, which match in time proportional to the text; their size with all repetitions spelled out
 * is bounded before they are compiled, since {@code ((a{99}){99}){99}} is short and its program is not.
 */
final class Patterns {

    private Patterns() {}

    /**
     * @throws TooLarge               when it would be too large
     * @throws PatternSyntaxException when it is no regular expression
     */
    static Pattern compile(String pattern) throws TooLarge {
        if (pattern.length() > RuleLimits.PATTERN_LENGTH || size(pattern) > RuleLimits.PATTERN_SIZE) {
            throw new TooLarge();
        }
        return Pattern.compile(pattern);
    }

    /** Characters, classes and groups, each as often as its repetitions say. */
    static long size(String pattern) {
        Deque<Long> groups = new ArrayDeque<>();
        long group = 0;
        long last = 0;
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '(') {
                groups.push(group + last);
                group = 0;
                last = 0;
            } else if (c == ')' && !groups.isEmpty()) {
                last = group + last + 1;
                group = groups.pop();
            } else if (c == '{') {
                last *= repetitions(pattern, at);
                at = Math.max(at, pattern.indexOf('}', at));
            } else if (c == '[') {
                at = Math.max(at, pattern.indexOf(']', at + 2));
                group += last;
                last = 2;
            } else if ("*+?|".indexOf(c) < 0) {
                at += c == '\\' ? 1 : 0;
                group += last;
                last = 1;
            }
            if (group + last > Integer.MAX_VALUE) {
                return Integer.MAX_VALUE;
            }
        }
        return group + last;
    }

    private static long repetitions(String pattern, int brace) {
        int end = pattern.indexOf('}', brace);
        if (end < 0) {
            return 1;
        }
        long most = 1;
        for (String bound : pattern.substring(brace + 1, end).split(",")) {
            if (bound.matches("\\d{1,9}")) {
                most = Math.max(most, Long.parseLong(bound));
            }
        }
        return most;
    }

    /** The pattern is longer or larger than the limits. */
    static final class TooLarge extends Exception {
        TooLarge() {
            super("pattern too large", null, false, false);
        }
    }
}
