package io.guanxi.customers.insight;

import io.guanxi.customers.classes.ClassMoves;
import io.guanxi.customers.classes.ClassView;
import io.guanxi.customers.classes.Classification;
import io.guanxi.customers.classes.CustomerClasses;
import io.guanxi.customers.facts.AccountFacts;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.customers.facts.FactKeeper;
import io.guanxi.customers.facts.Habits;
import io.guanxi.customers.lifecycle.StageMoves;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known about a customer. */
@Stateless
@TenantBound
public class CustomerInsight {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private RecordService records;

    @Inject
    private FactKeeper keeper;

    @Inject
    private Classification classification;

    @Inject
    private ClassMoves moves;

    @Inject
    private StageMoves stages;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    /**
     * What is known about an account; facts of one that is new are added up now. Needs {@code read} on accounts.
     *
     * @throws io.guanxi.kernel.error.RecordNotFound when the tenant has no such live account
     */
    public Insight of(String account) {
        RecordView view = records.require(FactFields.ACCOUNT, account);
        long id = RecordId.parse(account).orElseThrow();
        FactKeeper.Known known =
                keeper.known(id, Instant.now().truncatedTo(ChronoUnit.MICROS)).orElseThrow(RecordNotFound::new);
        Optional<String> type = Optional.ofNullable((String) view.value("customerClass"));
        return new Insight(
                known.facts(),
                known.purchases(),
                products(known.facts()),
                type.flatMap(this::classOf),
                day(view, "classSince"),
                day(view, "contactDue"),
                moves.last(id),
                Optional.ofNullable((String) view.value("lifecycleStage")),
                day(view, "stageSince"),
                stages.last(id));
    }

    private Optional<ClassView> classOf(String id) {
        return access.allows(objects.require(CustomerClasses.OBJECT), Operation.READ)
                ? classification.find(id)
                : Optional.empty();
    }

    private Map<String, String> products(AccountFacts facts) {
        Map<String, String> names = new LinkedHashMap<>();
        List<Long> ids = facts.habits().products().stream()
                .map(Habits.Product::id)
                .map(id -> RecordId.parse(id).orElseThrow())
                .toList();
        if (!ids.isEmpty() && access.allows(objects.require("product"), Operation.READ)) {
            entities.createQuery("SELECT p.id, p.name FROM Product p WHERE p.id IN :ids", Object[].class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row -> names.put(RecordId.format((Long) row[0]), (String) row[1]));
        }
        return names;
    }

    private static Optional<LocalDate> day(RecordView view, String field) {
        return Optional.ofNullable((String) view.value(field)).map(LocalDate::parse);
    }
}
