package io.guanxi.kernel.cleansing;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.cleansing.FindingStore.Outcome;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.RowErrors;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.BulkEdit;
import io.guanxi.kernel.record.RecordEdits;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies a chunk of findings to records that are still as they were found. */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ApplySteps {

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private CleansingSteps steps;

    @Inject
    private RecordEdits edits;

    @Inject
    private FindingStore findings;

    @Inject
    private RowErrors errors;

    /**
     * @param job      marks the changes
     * @param position findings of the job that are done
     */
    public Tally apply(long job, long position, List<Finding> chunk) {
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, List<Finding>> byObject =
                chunk.stream().collect(Collectors.groupingBy(Finding::object, LinkedHashMap::new, Collectors.toList()));
        Map<Long, String> titles = new HashMap<>();
        byObject.forEach((name, found) -> objects.find(name)
                .ifPresentOrElse(
                        object -> outcomes.addAll(apply(job, object, found, titles)),
                        () -> found.forEach(one -> outcomes.add(changed(one)))));
        findings.tell(outcomes);
        tellRefused(job, position, chunk, outcomes, titles);
        return outcomes.stream()
                .map(one -> switch (one.status()) {
                    case APPLIED -> Tally.ofUpdated();
                    case REFUSED -> Tally.ofFailed();
                    default -> Tally.ofSkipped();
                })
                .reduce(Tally.NONE, Tally::plus);
    }

    private List<Outcome> apply(long job, ObjectDescriptor object, List<Finding> found, Map<Long, String> titles) {
        access.require(object, Operation.UPDATE);
        List<Long> ids =
                found.stream().map(one -> one.what().record()).distinct().toList();
        Set<Observation.Sameness> now = new HashSet<>();
        steps.observe(object, ids).forEach(one -> now.add(one.sameness(object.name())));
        Map<Boolean, List<Finding>> isStill =
                found.stream().collect(Collectors.partitioningBy(one -> now.contains(one.sameness())));
        List<Outcome> outcomes = new ArrayList<>();
        isStill.get(false).forEach(one -> outcomes.add(changed(one)));
        Map<Boolean, List<Finding>> isStale = isStill.get(true).stream()
                .collect(Collectors.partitioningBy(one -> one.what().kind() == FindingKind.STALE));
        outcomes.addAll(edit(job, object, isStale.get(true), titles));
        outcomes.addAll(edit(job, object, isStale.get(false), titles));
        return outcomes;
    }

    /** A record is changed once, whatever is put right in it. */
    private List<Outcome> edit(long job, ObjectDescriptor object, List<Finding> found, Map<Long, String> titles) {
        Map<String, BulkEdit> wanted = new LinkedHashMap<>();
        for (Finding one : found) {
            wanted.merge(RecordId.format(one.what().record()), edit(one), ApplySteps::both);
        }
        Map<String, RecordEdits.Outcome> results = new HashMap<>();
        edits.apply(job, object, wanted).forEach(result -> results.put(result.id(), result));
        return found.stream()
                .map(one -> {
                    RecordEdits.Outcome result =
                            results.get(RecordId.format(one.what().record()));
                    titles.put(one.what().record(), result.title());
                    return result.errors().isEmpty()
                            ? new Outcome(one.id(), FindingStatus.APPLIED, null, List.of())
                            : refused(one, result.errors().get(0));
                })
                .toList();
    }

    private static BulkEdit edit(Finding one) {
        return one.what().kind() == FindingKind.STALE
                ? BulkEdit.of(BulkEdit.Action.ARCHIVE)
                : new BulkEdit(
                        BulkEdit.Action.UPDATE,
                        Map.of(one.what().field(), one.what().proposal()),
                        List.of(),
                        List.of());
    }

    private static BulkEdit both(BulkEdit one, BulkEdit other) {
        Map<String, Object> set = new LinkedHashMap<>(one.set());
        set.putAll(other.set());
        return new BulkEdit(one.action(), set, List.of(), List.of());
    }

    private static Outcome changed(Finding one) {
        return new Outcome(one.id(), FindingStatus.CHANGED, "cleansing.changed", List.of());
    }

    private static Outcome refused(Finding one, FieldError error) {
        return new Outcome(one.id(), FindingStatus.REFUSED, error.code(), error.args());
    }

    private void tellRefused(
            long job, long position, List<Finding> chunk, List<Outcome> outcomes, Map<Long, String> titles) {
        Map<Long, Outcome> byId = new HashMap<>();
        outcomes.forEach(one -> byId.put(one.id(), one));
        List<RowErrors.Entry> entries = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            Finding one = chunk.get(i);
            Outcome outcome = byId.get(one.id());
            if (outcome.status() == FindingStatus.REFUSED) {
                entries.add(new RowErrors.Entry(
                        position + i + 1,
                        0,
                        RowErrors.Severity.ERROR,
                        one.what().field().isEmpty() ? null : one.what().field(),
                        outcome.code(),
                        outcome.args(),
                        List.of(
                                objects.require(one.object()).path(),
                                RecordId.format(one.what().record()),
                                titles.getOrDefault(one.what().record(), ""))));
            }
        }
        errors.write(job, entries);
    }
}
