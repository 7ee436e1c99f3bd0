package io.guanxi.infra.system.support;

import io.guanxi.infra.command.Commands;
import io.guanxi.infra.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What {@code ./guanxi} said to a command, run in this process.
 *
 * @param status 0 when it did what it was asked to
 */
public record Launched(int status, String text) {

    /** Runs a command for the installation of these settings. */
    public static Launched run(Settings settings, String command, String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            int status = Commands.find(command).orElseThrow().run(settings, List.of(words));
            return new Launched(status, said.toString(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
