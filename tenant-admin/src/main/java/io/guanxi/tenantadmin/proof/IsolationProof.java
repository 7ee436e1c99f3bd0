package io.guanxi.tenantadmin.proof;

import io.guanxi.kernel.json.JsonTree;
import jakarta.json.JsonException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of one run of the tests that prove the isolation of companies.
 *
 * @param startedAt  when the first of them began
 * @param finishedAt when the last of them ended
 * @param version    of the product that was tested
 * @param commit     of its sources; empty when they were not known
 * @param edited     whether the sources had been edited since
 * @param program    SHA-256 of the program that was tested; empty when it was not known
 * @param parts      what was tried, part by part
 */
public record IsolationProof(
        Instant startedAt,
        Instant finishedAt,
        String version,
        Optional<String> commit,
        boolean edited,
        Optional<String> program,
        List<Part> parts) {

    /**
     * One kind of attack.
     *
     * @param name    such as {@code tokens}
     * @param passed  whether every test of it passed
     * @param tests   how many there were
     * @param seconds how long they took
     * @param figures what was tried and found, by name
     */
    public record Part(String name, boolean passed, long tests, long seconds, Map<String, Long> figures) {}

    public IsolationProof {
        parts = List.copyOf(parts);
    }

    /** Whether every part passed. */
    public boolean passed() {
        return parts.stream().allMatch(Part::passed);
    }

    /**
     * The outcome that a run has written.
     *
     * @throws UnreadableProof when the text is something else
     */
    static IsolationProof of(String text) {
        try {
            Map<String, Object> members = JsonTree.readObject(text);
            List<Part> parts = ((List<?>) members.get("parts"))
                    .stream().map(IsolationProof::part).toList();
            if (parts.isEmpty()) {
                throw new UnreadableProof("it says nothing", null);
            }
            return new IsolationProof(
                    Instant.parse((String) members.get("startedAt")),
                    Instant.parse((String) members.get("finishedAt")),
                    (String) members.get("version"),
                    Optional.ofNullable((String) members.get("commit")),
                    (Boolean) members.get("edited"),
                    Optional.ofNullable((String) members.get("program")),
                    parts);
        } catch (JsonException | DateTimeException | ClassCastException | NullPointerException other) {
            throw new UnreadableProof("it is written in another way", other);
        }
    }

    private static Part part(Object written) {
        Map<?, ?> members = (Map<?, ?>) written;
        Map<String, Long> figures = new LinkedHashMap<>();
        ((Map<?, ?>) members.get("figures")).forEach((name, value) -> figures.put((String) name, number(value)));
        return new Part(
                (String) members.get("name"),
                (Boolean) members.get("passed"),
                number(members.get("tests")),
                number(members.get("seconds")),
                figures);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
