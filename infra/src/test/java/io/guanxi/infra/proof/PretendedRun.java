package io.guanxi.infra.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** A run of the tests of isolation that never was, for tests of what is made of a real one. */
public final class PretendedRun {

    private PretendedRun() {}

    /**
     * Writes its outcome as a real run would.
     *
     * @param program  SHA-256 of what it pretends to have tested; empty for a run that does not tell
     * @param failing  the part that failed; empty when none did
     */
    public static void write(Path folder, Optional<String> program, Optional<ProofPart> failing) {
        ProofRun run = new ProofRun(
                new Program("1.2.3", Optional.of("0123456789abcdef0123456789abcdef01234567"), false, program), folder);
        for (ProofPart part : ProofPart.values()) {
            boolean isPassed = !failing.equals(Optional.of(part));
            all(run, part, test -> isPassed);
            run.figures(part).put("requests", 12_345);
            run.figures(part).put("routes", 234);
        }
        try {
            run.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every test of a part begins and ends. */
    static void all(ProofRun run, ProofPart part, Predicate<Method> passing) {
        for (String name : part.tests()) {
            begin(run, part, name);
            tests(name).forEach(test -> run.end(part, test, passing.test(test)));
        }
    }

    static void begin(ProofRun run, ProofPart part, String name) {
        run.begin(part, named(name));
    }

    static List<Method> tests(String name) {
        return Arrays.stream(named(name).getDeclaredMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .toList();
    }

    static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException none) {
            throw new AssertionError(name, none);
        }
    }
}
