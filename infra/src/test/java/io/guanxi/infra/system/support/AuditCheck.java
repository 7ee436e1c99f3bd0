package io.guanxi.infra.system.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** {@code ./guanxi audit verify} for one tenant. */
public final class AuditCheck {

    private final RunningSystem system;
    private final String tenant;

    public AuditCheck(RunningSystem system, String tenant) {
        this.system = system;
        this.tenant = tenant;
    }

    /** What the command said; its status is 0 when the chain is whole. */
    public Launched verify() {
        return Launched.run(system.settings(), "audit", "verify", "--tenant", tenant);
    }

    /** Waits until everything that was done is sealed, and the chain is whole. */
    public void awaitSealed() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> verify(), said -> said.status() == 0 && said.text().contains(" 0 wait"));
    }
}
