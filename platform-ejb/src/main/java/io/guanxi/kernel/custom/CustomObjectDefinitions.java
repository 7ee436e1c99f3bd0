package io.guanxi.kernel.custom;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.LimitReached;
import io.guanxi.kernel.error.ObjectInUse;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects that a tenant's admins make. A change is in effect everywhere within a second. */
@Stateless
@TenantBound
public class CustomObjectDefinitions {

    /** Objects of a tenant's own. */
    public static final int MOST = 200;

    @Inject
    private AuditTrail trail;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private SqlGateway sql;

    @Inject
    private DefinitionVersion version;

    @Inject
    private JobService jobs;

    /** The definitions by path, in their order. Needs {@link Feature#CUSTOMISE}. */
    public Map<String, CustomObjectDefinition> all() {
        access.require(Feature.CUSTOMISE);
        Map<String, CustomObjectDefinition> definitions = new LinkedHashMap<>();
        rows().stream()
                .filter(row -> !row.removed())
                .forEach(row -> definitions.put(row.definition().path(), row.definition()));
        return definitions;
    }

    /**
     * Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when the tenant has no object of its own at the path
     */
    public CustomObjectDefinition require(String path) {
        access.require(Feature.CUSTOMISE);
        return row(path).definition();
    }

    /**
     * A new object, without fields of its own yet. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws io.guanxi.kernel.error.InvalidRecord with every mistake and its pointer
     * @throws LimitReached when the tenant has as many as it may have
     */
    public void add(CustomObjectDefinition object) {
        access.require(Feature.CUSTOMISE);
        version.lock();
        List<CustomObjectRow> present = rows();
        if (present.size() >= MOST) {
            throw new LimitReached("customObjects", MOST);
        }
        new CustomObjectRules(objects).check(object, present);
        sql.update(
                "INSERT INTO custom_object (tenant_id, id, version, name, path, labels, plurals, icon, part_of, position,"
                        + " created_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
                RecordId.next(),
                object.name(),
                object.path(),
                JsonTree.write(object.labels()),
                JsonTree.write(object.plurals()),
                object.icon(),
                object.partOf(),
                present.size(),
                now());
        version.tell();
        trail.created(AuditArea.OBJECTS, object.path(), object.name(), object);
    }

    /**
     * Changes labels and icon; names and what it is part of stay. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when the tenant has no object of its own at the path
     * @throws io.guanxi.kernel.error.InvalidRecord with every mistake and its pointer
     */
    public void change(String path, CustomObjectDefinition object) {
        access.require(Feature.CUSTOMISE);
        version.lock();
        CustomObjectRow before = row(path);
        new CustomObjectRules(objects).checkChange(before.definition(), object);
        sql.change(
                "UPDATE custom_object SET version = version + 1, labels = ?, plurals = ?, icon = ? WHERE id = ?"
                        + " AND tenant_id = ?",
                JsonTree.write(object.labels()),
                JsonTree.write(object.plurals()),
                object.icon(),
                before.id());
        version.tell();
        trail.changed(AuditArea.OBJECTS, path, before.definition().name(), before.definition(), object);
    }

    /**
     * What would be lost, and what stands in the way. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when the tenant has no object of its own at the path
     */
    public ObjectUses uses(String path) {
        access.require(Feature.CUSTOMISE);
        return uses(row(path));
    }

    /**
     * Takes an object away, for good and at once; its records follow in a job. Needs {@link Feature#CUSTOMISE}.
     *
     * @return the job
     * @throws RecordNotFound when the tenant has no object of its own at the path
     * @throws ObjectInUse when fields of other objects point to it, or it has parts
     */
    public JobView remove(String path) {
        access.require(Feature.CUSTOMISE);
        version.lock();
        CustomObjectRow row = row(path);
        ObjectUses uses = uses(row);
        if (uses.isHeld()) {
            throw new ObjectInUse(users(uses));
        }
        sql.change(
                "UPDATE custom_object SET version = version + 1, removed_at = ? WHERE id = ? AND tenant_id = ?",
                now(),
                row.id());
        version.tell();
        trail.removed(AuditArea.OBJECTS, path, row.definition().name(), row.definition());
        return jobs.submit(new JobRequest(
                ObjectRemoval.TYPE,
                row.definition().name(),
                JsonTree.write(Map.of(
                        "id",
                        RecordId.format(row.id()),
                        "path",
                        row.definition().path())),
                null,
                null,
                false));
    }

    private ObjectUses uses(CustomObjectRow row) {
        String name = row.definition().name();
        return new ObjectUses(
                sql.query(
                                "SELECT COUNT(*) FROM custom_record WHERE tenant_id = ? AND object_id = ?",
                                one -> one.getLong(1),
                                row.id())
                        .get(0),
                sql
                        .query(
                                DefinitionRow.COLUMNS + " AND object <> ? ORDER BY object, position",
                                DefinitionRow::read,
                                name)
                        .stream()
                        .filter(field -> field.concerns(name))
                        .map(field -> new ObjectUses.Pointer(
                                field.definition().object(), field.definition().name()))
                        .toList(),
                rows().stream()
                        .filter(other -> !other.removed()
                                && name.equals(other.definition().partOf()))
                        .map(other -> other.definition().name())
                        .toList());
    }

    /**
     * What goes with an object beside its records and fields. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when the tenant has no such object of its own
     */
    public ObjectUses.Shown shown(String path) {
        access.require(Feature.CUSTOMISE);
        String name = row(path).definition().name();
        return new ObjectUses.Shown(count("layout", name), count("saved_view", name), count("validation_rule", name));
    }

    private long count(String table, String object) {
        return sql.query(
                        "SELECT COUNT(*) FROM " + table + " WHERE tenant_id = ? AND object = ?",
                        row -> row.getLong(1),
                        object)
                .get(0);
    }

    private static String users(ObjectUses uses) {
        return String.join(
                ", ",
                java.util.stream.Stream.concat(
                                uses.fields().stream().map(field -> field.object() + "." + field.field()),
                                uses.parts().stream())
                        .toList());
    }

    private CustomObjectRow row(String path) {
        return rows().stream()
                .filter(row -> !row.removed() && row.definition().path().equals(path))
                .findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    private List<CustomObjectRow> rows() {
        return sql.query(CustomObjectRow.COLUMNS + " ORDER BY position, id", CustomObjectRow::read);
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }
}
