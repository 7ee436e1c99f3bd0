package io.guanxi.kernel.rule;

import dev.cel.common.CelSourceLocation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where CEL says something is, in {@code char}s from the start of the source; CEL counts code points. */
final class Places {

    private static final Pattern IN_MESSAGE = Pattern.compile("^evaluation error at [^:]*:(\\d+): ");

    private Places() {}

    static int offset(String source, CelSourceLocation location) {
        int lineStart = 0;
        for (int line = 1; line < location.getLine(); line++) {
            int end = source.indexOf('\n', lineStart);
            if (end < 0) {
                break;
            }
            lineStart = end + 1;
        }
        return forward(source, lineStart, Math.max(0, location.getColumn()));
    }

    static int offset(String source, int codePoints) {
        return forward(source, 0, codePoints);
    }

    /** Of an error of the runtime, which has the place in its message alone; -1 when it has none. */
    static int offset(String source, String message) {
        Matcher place = IN_MESSAGE.matcher(message == null ? "" : message);
        return place.find() ? forward(source, 0, Integer.parseInt(place.group(1))) : -1;
    }

    private static int forward(String source, int from, int codePoints) {
        int most = source.codePointCount(from, source.length());
        return source.offsetByCodePoints(from, Math.min(codePoints, most));
    }
}
