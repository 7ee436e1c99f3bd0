package io.guanxi.infra.system.isolation;

import io.guanxi.infra.system.support.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What tells two answers apart besides the ids asked for and what differs between any two requests. */
final class Difference {

    /** The time and the name of each request, its connection, and the length, which the body tells as well. */
    private static final Set<String> PASSING = Set.of("date", "trace-id", "connection", "content-length");

    /** Members that are new in every record and job, and how many calls there were. */
    private static final Pattern FRESH = Pattern.compile(
            "\"(traceId|createdAt|updatedAt|uploadedAt|startedAt|lastUsedAt|undoUntil|undoneBy|undoes|id|version|used)\"\\s*:\\s*(\"[^\"]*\"|\\d+)");

    /** The address asked for; the ids in it are no secret of the answer. */
    private static final Pattern INSTANCE = Pattern.compile("\"instance\"\\s*:\\s*\"[^\"]*\"");

    private static final Pattern NEW_ADDRESS = Pattern.compile("/([a-z-]+)/[0-9A-Z]{13}");

    private Difference() {}

    /** The first difference; empty when nobody can tell the answers apart. */
    static Optional<String> between(Answer one, Ids oneIds, Answer other, Ids otherIds) {
        if (one.status() != other.status()) {
            return Optional.of("status " + one.status() + " and " + other.status());
        }
        Map<String, List<String>> oneHeaders = headers(one, oneIds);
        Map<String, List<String>> otherHeaders = headers(other, otherIds);
        if (!oneHeaders.equals(otherHeaders)) {
            return Optional.of("headers " + oneHeaders + " and " + otherHeaders);
        }
        String oneBody = plain(one.text(), oneIds);
        String otherBody = plain(other.text(), otherIds);
        return oneBody.equals(otherBody) ? Optional.empty() : Optional.of("bodies " + oneBody + " and " + otherBody);
    }

    private static Map<String, List<String>> headers(Answer answer, Ids ids) {
        Map<String, List<String>> headers = new TreeMap<>();
        answer.response().headers().map().forEach((name, values) -> {
            if (!PASSING.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                headers.put(
                        name, values.stream().map(value -> plain(value, ids)).collect(Collectors.toList()));
            }
        });
        return headers;
    }

    private static String plain(String text, Ids ids) {
        String plain = INSTANCE.matcher(text).replaceAll("");
        for (String id : ids.all()) {
            plain = plain.replace(id, "<id>");
        }
        plain = FRESH.matcher(plain).replaceAll("\"$1\":<fresh>");
        return NEW_ADDRESS.matcher(plain).replaceAll("/$1/<fresh>");
    }
}
