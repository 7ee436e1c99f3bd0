package io.guanxi.infra.system.support;

import static org.awaitility.Awaitility.await;

import io.guanxi.infra.command.Commands;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** {@code ./guanxi audit verify} for one tenant. */
public final class AuditCheck {

    private final RunningSystem system;
    private final String tenant;

    public AuditCheck(RunningSystem system, String tenant) {
        this.system = system;
        this.tenant = tenant;
    }

    /**
     * What the command said.
     *
     * @param status 0 when the chain is whole
     */
    public record Said(int status, String text) {}

    /** Runs the command in this process. */
    public Said verify() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            int status =
                    Commands.find("audit").orElseThrow().run(system.settings(), List.of("verify", "--tenant", tenant));
            return new Said(status, said.toString(StandardCharsets.UTF_8));
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

    /** Waits until everything that was done is sealed, and the chain is whole. */
    public void awaitSealed() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> verify(), said -> said.status() == 0 && said.text().contains(" 0 wait"));
    }
}
