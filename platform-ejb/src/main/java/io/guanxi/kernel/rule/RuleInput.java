package io.guanxi.kernel.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a rule is evaluated on. Records are given as readers that answer a field's external form by name (see
 * {@link io.guanxi.kernel.object.FieldType}) or null; they are asked for the fields the rule reads and no others.
 *
 * @param record   the record
 * @param old      the record before the change; null when it is being created, or when the environment has no {@code old}
 * @param userId   opaque id of the member who acts; null when it is the product itself
 * @param userRole name of the member's role
 * @param now      instant of the evaluation
 * @param zone     zone in which {@code today} is and times become dates
 */
public record RuleInput(
        Function<String, Object> record,
        Function<String, Object> old,
        String userId,
        String userRole,
        Instant now,
        ZoneId zone) {

    public RuleInput {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(zone, "zone");
    }

    /** A record read field by field; now, in UTC, by nobody, without a state before. */
    public static RuleInput reading(Function<String, Object> record) {
        return new RuleInput(record, null, null, null, Instant.now(), ZoneOffset.UTC);
    }

    /**
     * @param values external forms by field name, as a record view has them; empty fields may be missing
     */
    public static RuleInput of(Map<String, ?> values) {
        return reading(values::get);
    }

    public RuleInput withOld(Map<String, ?> values) {
        return withOld((Function<String, Object>) values::get);
    }

    public RuleInput withOld(Function<String, Object> values) {
        return new RuleInput(record, values, userId, userRole, now, zone);
    }

    public RuleInput withUser(String id, String role) {
        return new RuleInput(record, old, id, role, now, zone);
    }

    public RuleInput at(Instant moment, ZoneId where) {
        return new RuleInput(record, old, userId, userRole, moment, where);
    }
}
