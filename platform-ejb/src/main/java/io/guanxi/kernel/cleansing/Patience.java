package io.guanxi.kernel.cleansing;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * After how many months without anything records of an object are proposed for the archive. That is asked of what stands
 * for somebody or something outside – objects whose duplicates are looked for, and the company's own –, not of what happened
 * once, such as an order.
 */
@Stateless
@TenantBound
public class Patience {

    /** Months where the company has said nothing. */
    public static final int PRESET = 24;

    public static final int LONGEST = 240;

    @Inject
    private AuditTrail trail;

    @Inject
    private SqlGateway sql;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    /** Months by the name of every object that may have some; 0 for never. Needs {@link Feature#CARE_FOR_DATA}. */
    public Map<String, Integer> months() {
        access.require(Feature.CARE_FOR_DATA);
        Map<String, Integer> own = new HashMap<>();
        sql.query(
                        "SELECT object, months FROM cleansing_patience WHERE tenant_id = ?",
                        row -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(one -> own.put(one.getKey(), one.getValue()));
        Map<String, Integer> months = new LinkedHashMap<>();
        objects.all().stream()
                .filter(Patience::isAsked)
                .forEach(object -> months.put(object.name(), own.getOrDefault(object.name(), PRESET)));
        return months;
    }

    /**
     * Says how long to wait; objects that are not named keep theirs. Needs {@link Feature#CARE_FOR_DATA}.
     *
     * @param months 0–{@link #LONGEST} by the name of the object, 0 for never
     * @throws InvalidRecord when an object cannot go stale or a number is out of range
     */
    public void keep(Map<String, Integer> months) {
        access.require(Feature.CARE_FOR_DATA);
        List<FieldError> errors = new ArrayList<>();
        months.forEach((name, number) -> {
            Optional<ObjectDescriptor> object = objects.find(name);
            String pointer = "/months/" + object.map(ObjectDescriptor::path).orElse(name);
            if (object.filter(Patience::isAsked).isEmpty()) {
                errors.add(FieldError.of(pointer, "cleansing.object"));
            } else if (number < 0 || number > LONGEST) {
                errors.add(FieldError.of(pointer, "cleansing.months", LONGEST));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        Map<String, Integer> before = months();
        Map<String, Integer> after = new LinkedHashMap<>(before);
        after.putAll(months);
        trail.changed(AuditArea.CLEANSING, "months", "", before, after);
        sql.batch(
                "INSERT INTO cleansing_patience (tenant_id, object, months) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE months = VALUES(months)",
                months.entrySet().stream()
                        .map(one -> new Object[] {one.getKey(), one.getValue()})
                        .toList());
    }

    /** The time before which records of each object are stale; objects that nobody asks about are absent. */
    public Map<String, Instant> limits(Instant now) {
        Map<String, Instant> limits = new HashMap<>();
        months().forEach((object, months) -> {
            if (months > 0) {
                limits.put(
                        object, now.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant());
            }
        });
        return limits;
    }

    private static boolean isAsked(ObjectDescriptor object) {
        return object.archivable() && (object.isCustom() || !object.matching().isEmpty());
    }
}
