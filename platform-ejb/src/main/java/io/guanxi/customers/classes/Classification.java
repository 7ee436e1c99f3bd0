package io.guanxi.customers.classes;

import io.guanxi.customers.facts.AccountFacts;
import io.guanxi.customers.facts.AccountRule;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.customers.facts.FactKeeper;
import io.guanxi.customers.facts.SpendRanking;
import io.guanxi.customers.lifecycle.StageKeeper;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.ReachSql;
import io.guanxi.kernel.record.RecordScan;
import io.guanxi.kernel.record.RulePreview;
import io.guanxi.kernel.rule.RuleInput;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Puts accounts into the class and the stage whose rule holds, and remembers who moved and why. */
@Stateless
@TenantBound
public class Classification {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private SqlGateway sql;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private JobService jobs;

    @Inject
    private Tenants tenants;

    @Inject
    private FactKeeper facts;

    @Inject
    private RecordScan scan;

    @Inject
    private ClassMoves moves;

    @Inject
    private StageKeeper stages;

    /** All accounts are asked anew, by a job. Needs {@code write} on classes. */
    public JobView start() {
        access.require(objects.require(CustomerClasses.OBJECT), Operation.UPDATE);
        return jobs.submit(ClassificationHandler.request());
    }

    /** The tenant's classes in their order. Needs {@code read} on classes. */
    public List<ClassView> classes() {
        access.require(objects.require(CustomerClasses.OBJECT), Operation.READ);
        Map<Long, Long> counts = new HashMap<>();
        ReachSql reach = reach();
        sql.query(
                "SELECT a.customer_class_id, COUNT(*) FROM account a WHERE a.tenant_id = ?" + reach.and()
                        + " AND a.deleted_at IS NULL AND a.customer_class_id IS NOT NULL GROUP BY a.customer_class_id",
                row -> counts.put(row.getLong(1), row.getLong(2)),
                reach.valuesBefore());
        return live().stream()
                .map(one -> ClassView.of(one, counts.getOrDefault(one.id(), 0L)))
                .toList();
    }

    /** One class, its accounts not counted. Needs {@code read} on classes. */
    public Optional<ClassView> find(String id) {
        access.require(objects.require(CustomerClasses.OBJECT), Operation.READ);
        return live().stream()
                .filter(one -> RecordId.format(one.id()).equals(id))
                .map(one -> ClassView.of(one, 0))
                .findFirst();
    }

    /** Colours of all classes by opaque id, for pages: whoever sees an account sees its class. */
    public Map<String, String> colours() {
        Map<String, String> colours = new HashMap<>();
        live().forEach(one -> colours.put(RecordId.format(one.id()), one.colour()));
        return colours;
    }

    /**
     * Adds up what is known about these accounts and puts each into its class.
     *
     * @param accounts at most {@link FactKeeper#MOST}
     * @param ranking  of all buyers at {@code at}
     * @param at       now, or a time in the past: what came later is not looked at
     */
    public Tally classify(Collection<Long> accounts, SpendRanking ranking, Instant at) {
        facts.refresh(accounts, Optional.of(ranking), at);
        ZoneId zone = zone();
        ClassRules rules = rules();
        Map<Long, AccountFacts> known = new HashMap<>();
        facts.read(accounts).forEach(one -> known.put(one.account(), one));
        ClassMoves.Batch batch = moves.begin(at, zone);
        StageKeeper.Batch stage = stages.begin(accounts, at, zone);
        int moved = 0;
        for (RecordScan.Scanned account : scan.read(FactFields.ACCOUNT, accounts)) {
            AccountFacts of = known.get(account.id());
            if (of != null) {
                Function<String, Object> values =
                        values(account, of.values(at, zone, account.values().apply("stageSince")));
                boolean isReclassed = batch.put(
                        account.id(), values, rules.of(RuleInput.reading(values).at(at, zone)), of.lastInteraction());
                moved += stage.ask(account.id(), values) || isReclassed ? 1 : 0;
            }
        }
        batch.write();
        stage.write();
        return new Tally(accounts.size(), 0, moved, accounts.size() - moved, 0);
    }

    /**
     * When accounts are to be heard from next and in which stage they are, after something happened to them; their classes
     * stay. At most {@link FactKeeper#MOST}.
     */
    public void freshen(Collection<Long> accounts, Instant at) {
        facts.refresh(accounts, Optional.empty(), at);
        Map<Long, Integer> cadences = new HashMap<>();
        live().forEach(one -> one.cadenceDays().ifPresent(days -> cadences.put(one.id(), days)));
        Map<Long, AccountFacts> known = new HashMap<>();
        facts.read(accounts).forEach(one -> known.put(one.account(), one));
        ZoneId zone = zone();
        ClassMoves.Batch batch = moves.begin(at, zone);
        StageKeeper.Batch stage = stages.begin(accounts, at, zone);
        for (RecordScan.Scanned account : scan.read(FactFields.ACCOUNT, accounts)) {
            AccountFacts of = known.get(account.id());
            if (of != null) {
                batch.keep(account.id(), account.values(), cadences, of.lastInteraction());
                stage.ask(
                        account.id(),
                        values(account, of.values(at, zone, account.values().apply("stageSince"))));
            }
        }
        batch.write();
        stage.write();
    }

    /**
     * How many of the newest accounts a rule would hold for, whatever class is asked before. Needs {@code read} on
     * accounts and classes.
     *
     * @throws io.guanxi.kernel.rule.InvalidRule when the source is no rule
     */
    public RulePreview preview(String source) {
        access.require(objects.require(CustomerClasses.OBJECT), Operation.READ);
        access.require(objects.require(FactFields.ACCOUNT), Operation.READ);
        AccountRule rule = AccountRule.compile(source, FactFields.environment(objects));
        Instant now = Instant.now();
        ZoneId zone = zone();
        ReachSql reach = reach();
        List<Long> newest = sql.query(
                "SELECT a.id FROM account a WHERE a.tenant_id = ? AND a.deleted_at IS NULL" + reach.and()
                        + " ORDER BY a.id DESC LIMIT " + FactKeeper.MOST,
                row -> row.getLong(1),
                reach.valuesBefore());
        Map<Long, AccountFacts> known = new HashMap<>();
        facts.readAll(newest, now).forEach(one -> known.put(one.account(), one));
        List<RulePreview.Match> matches = scan.read(FactFields.ACCOUNT, newest).stream()
                .filter(account -> known.containsKey(account.id()))
                .filter(account -> rule.holds(RuleInput.reading(values(
                                account,
                                known.get(account.id())
                                        .values(now, zone, account.values().apply("stageSince"))))
                        .at(now, zone)))
                .map(account -> new RulePreview.Match(
                        RecordId.format(account.id()),
                        Objects.toString(account.values().apply("name"), "")))
                .toList();
        return RulePreview.of(matches, known.size());
    }

    /** Facts go before fields: none of them has the name of another. */
    private static Function<String, Object> values(RecordScan.Scanned account, Map<String, Object> facts) {
        return name ->
                facts.containsKey(name) ? facts.get(name) : account.values().apply(name);
    }

    private ReachSql reach() {
        return new ReachSql(access.reach(objects.require(FactFields.ACCOUNT), Operation.READ), "a");
    }

    private ClassRules rules() {
        return ClassRules.of(live(), FactFields.environment(objects));
    }

    private List<CustomerClass> live() {
        return entities.createQuery(
                        "SELECT c FROM CustomerClass c WHERE c.deletedAt IS NULL ORDER BY c.position, c.id",
                        CustomerClass.class)
                .getResultList();
    }

    private ZoneId zone() {
        return tenants.find(CallContext.require().tenantId()).map(Tenant::zone).orElseThrow();
    }

    /** What day it is where the tenant is. */
    public LocalDate today() {
        return LocalDate.now(zone());
    }
}
