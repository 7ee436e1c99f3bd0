package io.guanxi.kernel.custom;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.Completeness;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each field counts when it is said how complete a record is. New weights are in effect for writes at once, and a
 * job measures the records that are there already.
 */
@Stateless
@TenantBound
public class CompletenessWeights {

    @Inject
    private AuditTrail trail;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private DefinitionVersion version;

    @Inject
    private SqlGateway sql;

    @Inject
    private JobService jobs;

    /**
     * Weights by the name of every field that may have one, in their order. Needs {@link Feature#CARE_FOR_DATA}.
     *
     * @throws RecordNotFound when records of the object are not measured
     */
    public Map<String, Integer> of(String object) {
        access.require(Feature.CARE_FOR_DATA);
        ObjectDescriptor descriptor = require(object);
        Map<String, Integer> weights = new LinkedHashMap<>();
        descriptor.fields().values().stream()
                .filter(Completeness::isWeighable)
                .forEach(field -> weights.put(field.name(), descriptor.weights().getOrDefault(field.name(), 0)));
        return weights;
    }

    /** Whether they are the company's own. Needs {@link Feature#CARE_FOR_DATA}. */
    public boolean isOwn(String object) {
        access.require(Feature.CARE_FOR_DATA);
        return !sql.query(
                        "SELECT field FROM completeness_weight WHERE tenant_id = ? AND object = ? LIMIT 1",
                        row -> row.getString(1),
                        require(object).name())
                .isEmpty();
    }

    /**
     * Weighs the fields of an object; those that are not named count nothing. Needs {@link Feature#CARE_FOR_DATA}.
     *
     * @param weights 0–{@link Completeness#MOST} by field
     * @throws InvalidRecord when a field cannot be weighed, a weight is out of range, or nothing has one
     */
    public void keep(String object, Map<String, Integer> weights) {
        access.require(Feature.CARE_FOR_DATA);
        version.lock();
        check(require(object), weights);
        Map<String, Integer> before = of(object);
        sql.update("DELETE FROM completeness_weight WHERE tenant_id = ? AND object = ?", object);
        sql.batch(
                "INSERT INTO completeness_weight (tenant_id, object, field, weight) VALUES (?, ?, ?, ?)",
                weights.entrySet().stream()
                        .filter(weight -> weight.getValue() > 0)
                        .map(weight -> new Object[] {object, weight.getKey(), weight.getValue()})
                        .toList());
        Map<String, Integer> after = new LinkedHashMap<>(before);
        after.replaceAll((field, weight) -> weights.getOrDefault(field, 0));
        trail.changed(AuditArea.WEIGHTS, object, object, before, after);
        tell(object);
    }

    /** Goes by what the product ships again. Needs {@link Feature#CARE_FOR_DATA}. */
    public void reset(String object) {
        access.require(Feature.CARE_FOR_DATA);
        version.lock();
        if (isOwn(object)) {
            trail.removed(AuditArea.WEIGHTS, object, object, of(object));
        }
        sql.update(
                "DELETE FROM completeness_weight WHERE tenant_id = ? AND object = ?",
                require(object).name());
        tell(object);
    }

    private void tell(String object) {
        version.tell();
        jobs.submit(new JobRequest(FieldDefinitions.RECOMPUTE, object, "{}", null, null, false));
    }

    private static void check(ObjectDescriptor object, Map<String, Integer> weights) {
        List<FieldError> errors = new ArrayList<>();
        weights.forEach((field, weight) -> {
            if (object.find(field).filter(Completeness::isWeighable).isEmpty()) {
                errors.add(FieldError.of("/weights/" + field, "query.unknownField", field));
            } else if (weight < 0 || weight > Completeness.MOST) {
                errors.add(FieldError.of("/weights/" + field, "completeness.weight", Completeness.MOST));
            }
        });
        if (errors.isEmpty() && weights.values().stream().allMatch(weight -> weight == 0)) {
            errors.add(FieldError.of("/weights", "completeness.none"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }

    private ObjectDescriptor require(String object) {
        return objects.find(object).filter(ObjectDescriptor::isMeasured).orElseThrow(RecordNotFound::new);
    }
}
