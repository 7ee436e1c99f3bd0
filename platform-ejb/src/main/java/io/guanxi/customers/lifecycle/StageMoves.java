package io.guanxi.customers.lifecycle;

import io.guanxi.customers.facts.FactFields;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Who moved from stage to stage, when and why. */
@Stateless
@TenantBound
public class StageMoves {

    static final String STORE = "INSERT INTO stage_move (tenant_id, id, account_id, from_stage, to_stage, rule_name,"
            + " rule_source, facts, reason, made_at, made_by_name, since_before, ruled_before, by_hand_before,"
            + " reason_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Inject
    private SqlGateway sql;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    /**
     * One move.
     *
     * @param from   stage before; empty for the first
     * @param to     stage after; empty when it was cleared
     * @param rule   name of the rule that moved it, as it was then; empty when somebody did by hand
     * @param source of the rule
     * @param facts  what the rule looked at, by name
     * @param reason what the person said who moved it; empty when nothing
     * @param by     who moved it, or let the rules be asked
     */
    public record Move(
            String id,
            String from,
            String to,
            String rule,
            String source,
            Map<String, Object> facts,
            String reason,
            Instant at,
            String by) {

        public boolean isByHand() {
            return rule.isEmpty();
        }
    }

    /** The move that brought an account where it is. Needs {@code read} on accounts. */
    public Optional<Move> last(long account) {
        return before(account, Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE, 1).stream()
                .findFirst();
    }

    /** Moves made before an instant, or in it with a lower id, newest first. Needs {@code read} on accounts. */
    public List<Move> before(long account, Instant at, long id, int limit) {
        ObjectDescriptor object = objects.require(FactFields.ACCOUNT);
        access.require(object, Operation.READ);
        // Why it is where it is concerns those alone who see where.
        if (access.seen(object).find("lifecycleStage").isEmpty()) {
            return List.of();
        }
        LocalDateTime then = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        return sql.query(
                "SELECT id, from_stage, to_stage, rule_name, rule_source, facts, reason, made_at, made_by_name"
                        + " FROM stage_move WHERE tenant_id = ? AND account_id = ?"
                        + " AND (made_at < ? OR made_at = ? AND id < ?)"
                        + " ORDER BY made_at DESC, id DESC LIMIT " + limit,
                StageMoves::move,
                account,
                then,
                then,
                id);
    }

    private static Move move(ResultSet row) throws SQLException {
        String facts = row.getString(6);
        return new Move(
                RecordId.format(row.getLong(1)),
                Objects.toString(row.getString(2), ""),
                Objects.toString(row.getString(3), ""),
                Objects.toString(row.getString(4), ""),
                Objects.toString(row.getString(5), ""),
                facts == null ? Map.of() : JsonTree.readObject(facts),
                Objects.toString(row.getString(7), ""),
                row.getObject(8, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(9));
    }
}
