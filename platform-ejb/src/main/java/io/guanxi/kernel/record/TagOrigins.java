package io.guanxi.kernel.record;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who or what has set the tags of a record. */
@Stateless
@TenantBound
public class TagOrigins {

    @Inject
    private SqlGateway sql;

    @Inject
    private RecordService records;

    @Inject
    private ObjectRegistry objects;

    /**
     * A tag of a record.
     *
     * @param by     who set it; empty for those set before it was remembered
     * @param byRule whether its rule has; the tag goes when the rule no longer holds
     * @param at     when; empty for those set before it was remembered
     */
    public record Origin(String id, String name, String by, boolean byRule, Optional<Instant> at) {}

    /**
     * In the order of their names. Needs {@code read}.
     *
     * @throws io.guanxi.kernel.error.RecordNotFound when the tenant has no such live record
     */
    public List<Origin> of(String object, String id) {
        records.require(object, id);
        return sql.query(
                "SELECT t.id, t.name, r.set_by_name, r.by_rule, r.set_at FROM record_tag r JOIN tag t"
                        + " ON t.tenant_id = r.tenant_id AND t.id = r.tag_id WHERE r.tenant_id = ? AND r.object = ?"
                        + " AND r.record_id = ? AND t.deleted_at IS NULL ORDER BY t.sort_key, t.id",
                row -> new Origin(
                        RecordId.format(row.getLong(1)),
                        row.getString(2),
                        Objects.toString(row.getString(3), ""),
                        row.getBoolean(4),
                        Optional.ofNullable(row.getObject(5, LocalDateTime.class))
                                .map(at -> at.toInstant(ZoneOffset.UTC))),
                object,
                RecordId.parse(id).orElseThrow());
    }

    /** Whether records of an object can have tags. */
    public boolean covers(ObjectDescriptor object) {
        return TagBook.field(objects.require(object.name())).isPresent();
    }
}
