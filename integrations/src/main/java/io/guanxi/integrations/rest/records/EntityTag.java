package io.guanxi.integrations.rest.records;

import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import io.guanxi.kernel.error.StaleRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entity tags of records: {@code "v7"} is the seventh version. */
public final class EntityTag {

    private static final Pattern LIST_ELEMENT = Pattern.compile("\\G\\s*(W/)?\"([\\x21\\x23-\\x7e]*)\"\\s*(,|$)");
    private static final Pattern VERSION = Pattern.compile("v(\\d{1,18})");

    private EntityTag() {}

    public static String of(long version) {
        return "\"v" + version + "\"";
    }

    /** The version a strong tag stands for; empty when it is none of ours. */
    static OptionalLong version(String tag) {
        Matcher version = Pattern.compile("\"" + VERSION + "\"").matcher(tag);
        return version.matches() ? OptionalLong.of(Long.parseLong(version.group(1))) : OptionalLong.empty();
    }

    /**
     * What an {@code If-Match} asks for.
     *
     * @param any      the header is {@code *}
     * @param versions the versions it names; other tags match no record and are left out
     */
    public record Expectation(boolean any, List<Long> versions) {

        /**
         * What a change has to expect of something that has this version now; empty when any will do.
         *
         * @throws StaleRecord when that is none of those that were named
         */
        public OptionalLong of(long version) {
            if (!any && !versions.contains(version)) {
                throw new StaleRecord(version);
            }
            return any ? OptionalLong.empty() : OptionalLong.of(version);
        }

        /** The one version that is expected; empty when any will do. */
        public OptionalLong single() {
            return any ? OptionalLong.empty() : OptionalLong.of(versions.get(0));
        }
    }

    /**
     * @param header value of {@code If-Match}
     * @throws ApiProblem 428 when it is missing, 400 when it cannot be read
     */
    public static Expectation requireMatch(String header) {
        if (header == null || header.isBlank()) {
            throw new ApiProblem(ProblemType.PRECONDITION_REQUIRED, "ifMatch.missing");
        }
        if (header.trim().equals("*")) {
            return new Expectation(true, List.of());
        }
        List<Long> versions = new ArrayList<>();
        boolean complete = each(header, (weak, tag) -> {
            // RFC 9110, 13.1.1: If-Match compares strongly, so that weak tags match nothing.
            Matcher version = VERSION.matcher(tag);
            if (!weak && version.matches()) {
                versions.add(Long.parseLong(version.group(1)));
            }
        });
        if (!complete) {
            throw new ApiProblem(ProblemType.MALFORMED_REQUEST, "ifMatch.malformed");
        }
        return new Expectation(false, versions);
    }

    /**
     * Whether an {@code If-None-Match} names the version, so that the caller has the record already.
     *
     * @param header its value; null when there is none
     */
    public static boolean isKnown(String header, long version) {
        if (header == null) {
            return false;
        }
        if (header.trim().equals("*")) {
            return true;
        }
        boolean[] known = {false};
        each(header, (weak, tag) -> known[0] |= tag.equals("v" + version));
        return known[0];
    }

    private interface Visitor {
        void visit(boolean weak, String tag);
    }

    private static boolean each(String header, Visitor visitor) {
        Matcher element = LIST_ELEMENT.matcher(header);
        int end = 0;
        boolean more = true;
        while (more && element.find()) {
            visitor.visit(element.group(1) != null, element.group(2));
            end = element.end();
            more = element.group(3).equals(",");
        }
        return end == header.length() && end > 0 && !more;
    }
}
