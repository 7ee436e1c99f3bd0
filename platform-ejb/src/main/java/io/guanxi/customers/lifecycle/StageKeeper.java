package io.guanxi.customers.lifecycle;

import io.guanxi.customers.facts.AccountRule;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.customers.facts.FactKeeper;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.event.EventLog;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.RuleEnvironment;
import io.guanxi.kernel.rule.RuleInput;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks the rules of the stages about accounts and moves those for which they say something new. The number of statements
 * does not depend on the number of accounts. It asks no permission: the services that let it work do.
 */
@Stateless
@TenantBound
public class StageKeeper {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private SqlGateway sql;

    @Inject
    private ObjectRegistry objects;

    /** A rule of the tenant, ready to be asked. */
    private record Ruled(String name, String stage, AccountRule rule) {}

    /**
     * What is known of an account before it is asked about.
     *
     * @param ruled  what the rules said when they were asked last; null before
     * @param byHand whether somebody has chosen its stage
     * @param left   stages that it has left today: rules that contradict each other bring it back tomorrow at the earliest
     */
    private record Before(String ruled, boolean byHand, Set<String> left) {

        /** What a person chose stays until the rules say something else than they said before. */
        boolean yieldsTo(String stage) {
            return !left.contains(stage) && (!byHand || ruled != null && !ruled.equals(stage));
        }
    }

    /**
     * Begins to ask about some accounts.
     *
     * @param accounts at most {@link FactKeeper#MOST}
     * @param at       now, or a time in the past
     */
    public Batch begin(Collection<Long> accounts, Instant at, ZoneId zone) {
        Map<Long, Before> before = new HashMap<>();
        sql.query(
                "SELECT id, ruled_stage, stage_by_hand FROM account WHERE tenant_id = ? AND id" + FactKeeper.IDS,
                row -> before.put(row.getLong(1), new Before(row.getString(2), row.getBoolean(3), new HashSet<>())),
                FactKeeper.padded(accounts));
        List<Object> today = new ArrayList<>(List.of(FactKeeper.padded(accounts)));
        today.add(LocalDateTime.ofInstant(
                at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant(), ZoneOffset.UTC));
        sql.query(
                "SELECT account_id, from_stage FROM stage_move WHERE tenant_id = ? AND account_id" + FactKeeper.IDS
                        + " AND made_at >= ? AND from_stage IS NOT NULL",
                row -> before.get(row.getLong(1)).left().add(row.getString(2)),
                today.toArray());
        RuleEnvironment environment = FactFields.environment(objects);
        List<Ruled> rules = entities.createQuery(
                        "SELECT r FROM StageRule r WHERE r.deletedAt IS NULL ORDER BY r.position, r.id",
                        StageRule.class)
                .getResultStream()
                .flatMap(one -> one
                        .rule()
                        .flatMap(source -> AccountRule.of(source, environment))
                        .map(rule -> new Ruled(one.name(), one.stage(), rule))
                        .stream())
                .toList();
        return new Batch(sql, rules, before, at, zone);
    }

    /** The stages of some accounts; those for which the rules say nothing new cost nothing. */
    public static final class Batch {

        private final SqlGateway sql;
        private final List<Ruled> rules;
        private final Map<Long, Before> before;
        private final Instant at;
        private final ZoneId zone;
        private final EventLog events;
        private final List<Object[]> accounts = new ArrayList<>();
        private final List<Object[]> said = new ArrayList<>();
        private final List<Object[]> moves = new ArrayList<>();

        private Batch(SqlGateway sql, List<Ruled> rules, Map<Long, Before> before, Instant at, ZoneId zone) {
            this.sql = sql;
            this.rules = rules;
            this.before = before;
            this.at = at;
            this.zone = zone;
            this.events = new EventLog(sql);
        }

        /**
         * Asks the rules about one account.
         *
         * @param values its fields and the facts about it
         * @return whether it moves
         */
        public boolean ask(long account, Function<String, Object> values) {
            RuleInput input = RuleInput.reading(values).at(at, zone);
            Optional<Ruled> found =
                    rules.stream().filter(one -> one.rule().holds(input)).findFirst();
            Before past = before.get(account);
            if (found.isEmpty() || past == null) {
                return false;
            }
            String stage = found.get().stage();
            boolean isMoved = past.yieldsTo(stage) && !stage.equals(values.apply("lifecycleStage"));
            if (isMoved) {
                move(account, values, found.get());
            } else if (!stage.equals(past.ruled()) && !past.left().contains(stage)) {
                said.add(new Object[] {stage, account});
            }
            return isMoved;
        }

        private void move(long account, Function<String, Object> values, Ruled rule) {
            accounts.add(new Object[] {
                rule.stage(), rule.stage(), rule.stage(), at.atZone(zone).toLocalDate(), account
            });
            moves.add(new Object[] {
                RecordId.next(),
                account,
                values.apply("lifecycleStage"),
                rule.stage(),
                rule.name(),
                rule.rule().source(),
                JsonTree.write(rule.rule().seen(values)),
                null,
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                CallContext.require().name()
            });
            events.add(FactFields.ACCOUNT, account, RecordEvent.Kind.UPDATED);
        }

        /** The version counts a move, so that nobody takes an old answer for a new one. */
        public void write() {
            sql.changeAll(
                    "UPDATE account SET version = version + 1, stage_by_hand = FALSE, stage_reason = NULL,"
                            + " lifecycle_stage = ?, told_stage = ?, ruled_stage = ?, stage_since = ?"
                            + " WHERE id = ? AND tenant_id = ?",
                    accounts);
            sql.changeAll("UPDATE account SET ruled_stage = ? WHERE id = ? AND tenant_id = ?", said);
            sql.batch(StageMoves.STORE, moves);
            events.flush();
        }
    }
}
