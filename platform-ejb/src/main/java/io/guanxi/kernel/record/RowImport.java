package io.guanxi.kernel.record;

import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.LimitReached;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.object.RelatedList;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the rows of a file in the transaction of its caller, a chunk at a time. The job has checked permissions. */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RowImport {

    /** Name under which ids from files are kept. */
    static final String SYSTEM = "import";

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private RecordWriter writer;

    @Inject
    private RecordFinder finder;

    @Inject
    private RecordAccess reach;

    /**
     * Applies rows in their order; a bad row does not keep the others out.
     *
     * @param job    marks the changes
     * @param dryRun does everything but keep it
     * @return one outcome for each row
     */
    public List<RowOutcome> apply(
            long job, ObjectDescriptor object, List<RowInput> rows, DuplicateRule rule, boolean dryRun) {
        // Looking for duplicates must not send half a chunk ahead.
        entities.setFlushMode(FlushModeType.COMMIT);
        RecordBatch batch = writer.begin().inJob(job);
        batch.expectNew(object);
        object.companions().forEach(link -> batch.expectNew(objects.require(link.object())));
        LookUps lookUps = LookUps.of(entities, objects, reach, object, rows);
        lookUps.trusted(batch);
        List<RecordBatch.Prepared> prepared = rows.stream()
                .map(row -> batch.prepare(object, plain(row.record())))
                .toList();
        KnownRecords known = KnownRecords.of(entities, finder, object, rule, rows, prepared);
        batch.foresee(object, known.all());
        List<RowOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            outcomes.add(row(object, rows.get(i), prepared.get(i), rule, known, lookUps, batch, dryRun));
        }
        if (dryRun) {
            entities.clear();
        } else {
            batch.flush();
        }
        return outcomes;
    }

    /** What the row says by itself; what it points to may be a row before it. */
    private static Map<String, Object> plain(Map<String, Object> input) {
        Map<String, Object> plain = new LinkedHashMap<>(input);
        plain.values().removeIf(LookUp.class::isInstance);
        return plain;
    }

    private RowOutcome row(
            ObjectDescriptor object,
            RowInput given,
            RecordBatch.Prepared plain,
            DuplicateRule rule,
            KnownRecords known,
            LookUps lookUps,
            RecordBatch batch,
            boolean dryRun) {
        Optional<CrmRecord> existing = known.find(plain, given);
        try {
            RowInput row = new RowInput(given.externalId(), lookUps.resolved(given.record()), given.companions());
            if (existing.isPresent()) {
                return existing(object, row, existing.get(), rule, batch);
            }
            if (rule.mode() == DuplicateRule.Mode.UPDATE) {
                return RowOutcome.of(RowOutcome.Kind.SKIPPED);
            }
            requireFreeExternalId(row, known);
            Map<RelatedList, Map<String, Object>> companions = companions(object, row);
            requireValid(companions, batch);
            batch.requireRoom(object, 1 + companions.size());
            if (!dryRun && lookUps.pointsToNew(row.record())) {
                // Rows of one table reach the database in no order: what is pointed to goes ahead.
                batch.flush();
            }
            RecordBatch.Prepared prepared =
                    row.record().equals(given.record()) ? plain : batch.prepare(object, row.record());
            CrmRecord made = batch.persist(
                    object,
                    prepared,
                    row.externalId().map(id -> SYSTEM).orElse(null),
                    row.externalId().orElse(null));
            known.add(prepared, row, made);
            lookUps.made(made, row.externalId().orElse(null));
            batch.trust(object.name(), made.id());
            companions.forEach((link, input) -> companion(link, input, made, false, batch));
            return RowOutcome.of(RowOutcome.Kind.CREATED);
        } catch (InvalidRecord e) {
            return RowOutcome.failed(e.errors());
        } catch (LimitReached e) {
            return RowOutcome.failed(List.of(new FieldError("", e.code(), e.args())));
        }
    }

    private RowOutcome existing(
            ObjectDescriptor object, RowInput row, CrmRecord record, DuplicateRule rule, RecordBatch batch) {
        if (rule.mode() == DuplicateRule.Mode.SKIP) {
            return RowOutcome.of(RowOutcome.Kind.SKIPPED);
        }
        if (!reach.allows(object, record, Operation.UPDATE)) {
            throw new InvalidRecord(FieldError.of("", "record.outOfReach"));
        }
        Map<RelatedList, Map<String, Object>> companions = companions(object, row);
        requireValid(companions, batch);
        batch.update(object, record, row.record());
        companions.forEach((link, input) -> companion(link, input, record, true, batch));
        return RowOutcome.of(RowOutcome.Kind.UPDATED);
    }

    private static void requireFreeExternalId(RowInput row, KnownRecords known) {
        if (row.externalId().filter(known::hasExternalId).isPresent()) {
            throw new InvalidRecord(FieldError.of("/externalId", "externalId.taken"));
        }
    }

    private Map<RelatedList, Map<String, Object>> companions(ObjectDescriptor object, RowInput row) {
        Map<RelatedList, Map<String, Object>> companions = new LinkedHashMap<>();
        object.companions().forEach(link -> {
            Map<String, Object> input = row.companions().get(link.object());
            if (input != null && isSomebody(objects.require(link.object()), link, input)) {
                companions.put(link, input);
            }
        });
        return companions;
    }

    /** Files name the function of a person they do not know: without any required value there is no companion. */
    private static boolean isSomebody(ObjectDescriptor object, RelatedList link, Map<String, Object> input) {
        return object.fields().values().stream()
                .filter(field -> field.required() && !field.name().equals(link.field()))
                .anyMatch(field -> input.get(field.name()) != null);
    }

    /** A row is taken as a whole: a wrong companion keeps its record out as well. */
    private void requireValid(Map<RelatedList, Map<String, Object>> companions, RecordBatch batch) {
        List<FieldError> errors = new ArrayList<>();
        companions.forEach((link, input) -> {
            ObjectDescriptor object = objects.require(link.object());
            RecordBatch.Prepared companion = batch.prepare(object, input);
            companion.input().requireFilled(EntityShape.of(object), companion.entity(), link.field());
            try {
                companion.input().throwIfInvalid();
            } catch (InvalidRecord e) {
                e.errors().forEach(error -> errors.add(error.under("/" + link.object())));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }

    private void companion(
            RelatedList link, Map<String, Object> input, CrmRecord owner, boolean mayExist, RecordBatch batch) {
        ObjectDescriptor object = objects.require(link.object());
        Map<String, Object> complete = new LinkedHashMap<>(input);
        complete.put(link.field(), RecordId.format(owner.id()));
        batch.trust(object.require(link.field()).reference(), owner.id());
        RecordBatch.Prepared prepared = batch.prepare(object, complete);
        Optional<CrmRecord> existing = mayExist ? sameName(object, link, owner, prepared.entity()) : Optional.empty();
        if (existing.isPresent()) {
            batch.update(object, existing.get(), input);
        } else {
            batch.persist(object, prepared, null, null);
        }
    }

    private Optional<CrmRecord> sameName(
            ObjectDescriptor object, RelatedList link, CrmRecord owner, CrmRecord companion) {
        return RecordSource.select(
                        entities,
                        object,
                        CrmRecord.class,
                        "e",
                        "e.%s = :owner AND e.%s = :title AND e.deletedAt IS NULL"
                                .formatted(link.field(), object.titleField()))
                .setParameter("owner", owner.id())
                .setParameter("title", companion.title())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
