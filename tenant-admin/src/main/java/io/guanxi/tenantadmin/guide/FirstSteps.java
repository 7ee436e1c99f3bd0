package io.guanxi.tenantadmin.guide;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.samples.Samples;
import io.guanxi.tenantadmin.provisioning.ProvisioningLedger;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/**
 * What the caller's company has done of what everybody begins with: customers from a file, colleagues, the first record.
 * Companies that came with the demo have it behind them.
 */
@Stateless
public class FirstSteps {

    /** Stands for everybody. */
    private static final long ALL = 0;

    @Inject
    private SqlGateway sql;

    @Inject
    private ProvisioningLedger ledger;

    @Inject
    private Samples samples;

    /** What is done. */
    public record Done(boolean imported, boolean invited, boolean worked) {

        public boolean isEverything() {
            return imported && invited && worked;
        }
    }

    /** What is done; empty when the company or the caller needs to be led no longer. */
    public Optional<Done> find() {
        Caller caller = CallContext.require();
        boolean isOver = caller.kind() != Caller.Kind.PERSON
                || isEnded(caller)
                || ledger.findByTenant(caller.tenantId()).isEmpty();
        return isOver ? Optional.empty() : Optional.of(new Done(isImported(), isInvited(), samples.isWorkBegun()));
    }

    /** The caller wants to see them no longer. */
    public void end() {
        end(CallContext.require().memberId());
    }

    /** Everything is done, for everybody. */
    public void endForAll() {
        end(ALL);
    }

    private void end(long member) {
        sql.update(
                "INSERT INTO first_steps_end (tenant_id, member_id, ended_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE member_id = member_id",
                member,
                Timestamp.from(Instant.now()));
    }

    private boolean isEnded(Caller caller) {
        return !sql.query(
                        "SELECT member_id FROM first_steps_end WHERE tenant_id = ? AND member_id IN (?, ?)",
                        row -> row.getLong(1),
                        ALL,
                        caller.memberId())
                .isEmpty();
    }

    /** Dry runs cannot be undone. */
    private boolean isImported() {
        return !sql.query(
                        "SELECT id FROM job WHERE tenant_id = ? AND type = ? AND status = ?"
                                + " AND undoable = ? LIMIT 1",
                        row -> row.getLong(1),
                        "import",
                        "SUCCEEDED",
                        true)
                .isEmpty();
    }

    private boolean isInvited() {
        return sql.query("SELECT COUNT(*) FROM member WHERE tenant_id = ?", row -> row.getInt(1))
                        .get(0)
                > 1;
    }
}
