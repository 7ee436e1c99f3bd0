package io.guanxi.infra.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the build made: the programs in {@code target/dist}, the launcher's own classes and {@code target/lib}. */
public record Distribution(Path target) {

    /** The distribution that the running launcher belongs to, wherever it was started. */
    public static Distribution ofThisProgram() {
        return new Distribution(ownClasses().getParent());
    }

    /** The application. */
    public Path war() {
        return target.resolve("dist/guanxi.war");
    }

    /** The server that runs it. */
    public Path payara() {
        return target.resolve("dist/payara-micro.jar");
    }

    /** Keycloak as it is published; its file name, without the ending, is its version. */
    public Path keycloakZip() {
        try (Stream<Path> files = Files.list(target.resolve("dist"))) {
            return files.filter(file -> file.getFileName().toString().matches("keycloak-.*\\.zip"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IllegalStateException("no Keycloak in " + target));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A child that runs a program of the launcher's own; its heap is given in the notation of {@code -Xmx}. */
    ProcessBuilder ownProgram(Class<?> program, String heap, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                ownClasses() + File.pathSeparator + target.resolve("lib") + File.separator + "*",
                program.getName()));
        command.addAll(List.of(arguments));
        return Children.of(command);
    }

    /** Another launcher, with this one's settings; it lives on when this one has ended. */
    public ProcessBuilder launcher(Class<?> program, String... arguments) {
        ProcessBuilder launcher = ownProgram(program, "64m", arguments);
        launcher.environment().putAll(System.getenv());
        return launcher;
    }

    /** The Java this launcher runs on. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path ownClasses() {
        try {
            return Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
