package io.guanxi.infra.proof;

import io.guanxi.infra.stack.Digests;
import io.guanxi.infra.stack.Distribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The program that is tested.
 *
 * @param version of the build
 * @param commit  of its sources; empty without Git
 * @param edited  whether files that Git knows were changed since
 * @param digest  SHA-256 of the WAR; empty when the tests use a system that runs already, whose WAR may be another
 */
record Program(String version, Optional<String> commit, boolean edited, Optional<String> digest) {

    static Program tested() {
        boolean isForeign = Boolean.getBoolean("guanxi.test.reuse");
        Path war = Distribution.ofThisProgram().war();
        try {
            return new Program(
                    System.getProperty("guanxi.version", "unknown"),
                    git("rev-parse", "HEAD"),
                    git("status", "--porcelain", "--untracked-files=no").isPresent(),
                    isForeign || !Files.exists(war) ? Optional.empty() : Optional.of(Digests.sha256(war)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What Git says; empty when it says nothing or is not there. */
    private static Optional<String> git(String... words) {
        String[] command = new String[words.length + 1];
        command[0] = "git";
        System.arraycopy(words, 0, command, 1, words.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && !said.isEmpty() ? Optional.of(said) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
