package io.guanxi.infra.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.guanxi.infra.stack.Distribution;
import io.guanxi.infra.stack.ProofOfIsolation;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * One run of the tests of isolation. When it ends and every test of every part has run, its outcome is written beside the
 * program; a run of some of them leaves the last whole outcome as it is.
 */
final class ProofRun implements AutoCloseable {

    private final Program program;
    private final Path folder;
    private final Instant startedAt = Instant.now();
    private final Map<ProofPart, Tried> parts = new EnumMap<>(ProofPart.class);

    /** What has run of a part. */
    private static final class Tried {
        private final Figures figures = new Figures();
        private final Map<String, Set<String>> waiting = new TreeMap<>();
        private final Set<String> ended = new HashSet<>();
        private Instant begun = Instant.now();
        private Duration time = Duration.ZERO;
        private int tests;
        private int failures;
    }

    ProofRun(Program program) {
        this(program, Distribution.ofThisProgram().target());
    }

    ProofRun(Program program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    synchronized void begin(ProofPart part, Class<?> test) {
        Tried tried = tried(part);
        tried.begun = Instant.now();
        tried.waiting.put(
                test.getName(),
                Arrays.stream(test.getDeclaredMethods())
                        .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                        .map(Method::getName)
                        .collect(Collectors.toCollection(HashSet::new)));
    }

    synchronized void end(ProofPart part, Method test, boolean passed) {
        Tried tried = tried(part);
        String name = test.getDeclaringClass().getName();
        tried.waiting.get(name).remove(test.getName());
        tried.ended.add(name);
        tried.tests++;
        tried.failures += passed ? 0 : 1;
        Instant now = Instant.now();
        tried.time = tried.time.plus(Duration.between(tried.begun, now));
        tried.begun = now;
    }

    Figures figures(ProofPart part) {
        return tried(part).figures;
    }

    private synchronized Tried tried(ProofPart part) {
        return parts.computeIfAbsent(part, key -> new Tried());
    }

    @Override
    public void close() throws IOException {
        if (isWhole()) {
            ProofOfIsolation.write(folder, text());
        }
    }

    /** Whether everything has been tried; a class of which no test could even begin was tried and failed. */
    private boolean isWhole() {
        return Arrays.stream(ProofPart.values()).allMatch(part -> {
            Tried tried = tried(part);
            return tried.waiting.keySet().equals(new TreeSet<>(part.tests()))
                    && tried.waiting.entrySet().stream()
                            .allMatch(one -> one.getValue().isEmpty() || !tried.ended.contains(one.getKey()));
        });
    }

    private String text() throws JsonProcessingException {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("startedAt", startedAt.truncatedTo(ChronoUnit.SECONDS).toString());
        outcome.put("finishedAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        outcome.put("version", program.version());
        outcome.put("commit", program.commit().orElse(null));
        outcome.put("edited", program.edited());
        outcome.put("program", program.digest().orElse(null));
        List<Object> written = new ArrayList<>();
        parts.forEach((part, tried) -> written.add(written(part, tried)));
        outcome.put("parts", written);
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(outcome) + "\n";
    }

    private static Map<String, Object> written(ProofPart part, Tried tried) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", part.word());
        members.put("passed", tried.failures == 0 && tried.ended.containsAll(part.tests()));
        members.put("tests", tried.tests);
        members.put("seconds", tried.time.toSeconds());
        members.put("figures", tried.figures.numbers());
        return members;
    }
}
