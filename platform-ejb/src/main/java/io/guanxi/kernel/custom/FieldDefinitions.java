package io.guanxi.kernel.custom;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.LimitReached;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.ValueCheck;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields that a tenant's admins add to objects. A change is in effect everywhere within a second. */
@Stateless
@TenantBound
public class FieldDefinitions {

    /** Fields of a tenant's own in one object. */
    public static final int MOST = 500;

    /** The type of job that computes a field for records there already. */
    public static final String RECOMPUTE = "formula";

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
    private FieldUses uses;

    @Inject
    private JobService jobs;

    /**
     * The definitions of an object in their order, by outer id. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when there is no such object
     */
    public Map<String, FieldDefinition> of(String object) {
        access.require(Feature.CUSTOMISE);
        require(object);
        Map<String, FieldDefinition> definitions = new java.util.LinkedHashMap<>();
        sql.query(DefinitionRow.COLUMNS + " AND object = ? ORDER BY position, id", DefinitionRow::read, object)
                .forEach(row -> definitions.put(RecordId.format(row.id()), row.definition()));
        return definitions;
    }

    /**
     * Whoever may not shape objects learns that before what is wrong with a definition.
     *
     * @throws io.guanxi.kernel.error.AccessDenied for everybody but an admin
     */
    public void requireAdmin() {
        access.require(Feature.CUSTOMISE);
    }

    /**
     * A new field; records there already have no value in it. Needs {@link Feature#CUSTOMISE}.
     *
     * @return its id
     * @throws InvalidRecord with every mistake and its pointer
     * @throws LimitReached when the object has as many as it may have
     */
    public String add(FieldDefinition given) {
        access.require(Feature.CUSTOMISE);
        ObjectDescriptor object = require(given.object());
        FieldDefinition field = given.computed(ComputedType.of(objects, given));
        version.lock();
        List<DefinitionRow> present = sql.query(
                DefinitionRow.COLUMNS + " AND object = ? ORDER BY position, id", DefinitionRow::read, field.object());
        if (present.size() >= MOST) {
            throw new LimitReached("customFields", MOST);
        }
        // What another node has just added is not in the descriptor yet.
        new FieldRules(objects).check(withPresent(object, present), field);
        long id = RecordId.next();
        DefinitionRow row = new DefinitionRow(id, field);
        new ComputationCheck(objects, withPresent(object, present)).check(null, row);
        requireDefault(id, field);
        sql.update(
                "INSERT INTO custom_field (tenant_id, id, version, object, name, type, labels, help, choices, dependence,"
                        + " reference, max_length, required, is_unique, default_value, formula, roll_up, numbering, is_sensitive, position,"
                        + " created_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                field.object(),
                field.name(),
                field.type().name(),
                JsonTree.write(field.labels()),
                JsonTree.write(field.help()),
                DefinitionRow.json(field.choices()),
                row.dependence(),
                field.reference(),
                field.maxLength(),
                field.required(),
                field.unique(),
                json(field.defaultValue()),
                row.formula(),
                row.rollUp(),
                row.numbering(),
                field.sensitive(),
                present.size(),
                LocalDateTime.now(ZoneOffset.UTC));
        version.tell();
        if (row.numbering() != null) {
            sql.update("INSERT INTO number_series (tenant_id, field_id, next_number) VALUES (?, ?, 1)", id);
        }
        if (field.computation() != null) {
            recompute(field);
        }
        trail.created(AuditArea.FIELDS, RecordId.format(id), title(field), field);
        return RecordId.format(id);
    }

    /**
     * Changes what people read and what is required; name, type and uniqueness stay as they are. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when the tenant has no field of that id
     * @throws FieldInUse     when something needs a choice that is to go
     * @throws InvalidRecord with every mistake and its pointer
     */
    public void change(String id, FieldDefinition field) {
        access.require(Feature.CUSTOMISE);
        version.lock();
        DefinitionRow before = require(inner(id));
        FieldRules rules = new FieldRules(objects);
        ObjectDescriptor object = require(before.definition().object());
        rules.checkChange(object, before.definition(), field);
        DefinitionRow row = new DefinitionRow(before.id(), field);
        new ComputationCheck(objects, object).check(before.definition(), row);
        requireDefault(before.id(), field);
        Set<String> kept =
                field.choices().stream().map(FieldDefinition.Choice::value).collect(Collectors.toSet());
        before.definition().choices().stream()
                .map(FieldDefinition.Choice::value)
                .filter(option -> !kept.contains(option))
                .forEach(option -> uses.refuse(object, before.descriptor(), option));
        sql.change(
                "UPDATE custom_field SET version = version + 1, labels = ?, help = ?, choices = ?, dependence = ?,"
                        + " required = ?, default_value = ?, formula = ?, roll_up = ?, numbering = ?, is_sensitive = ? WHERE id = ? AND tenant_id = ?",
                JsonTree.write(field.labels()),
                JsonTree.write(field.help()),
                DefinitionRow.json(field.choices()),
                row.dependence(),
                field.required(),
                json(field.defaultValue()),
                row.formula(),
                row.rollUp(),
                row.numbering(),
                field.sensitive(),
                inner(id));
        version.tell();
        trail.changed(AuditArea.FIELDS, id, title(field), before.definition(), field);
        if (!Objects.equals(before.definition().computation(), field.computation())) {
            recompute(field);
        }
    }

    /**
     * Takes a field away with all its values, for good: it is gone at once, its values go with a job. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when the tenant has no field of that id
     * @throws FieldInUse     when rules or anything else need it
     */
    public void remove(String id) {
        access.require(Feature.CUSTOMISE);
        version.lock();
        DefinitionRow field = require(inner(id));
        ObjectDescriptor object = require(field.definition().object());
        uses.refuse(object, field.descriptor(), null);
        uses.takeOut(object, field.descriptor());
        // Its name is free again; an id begins with no letter and is nobody's name.
        sql.change(
                "UPDATE custom_field SET removed = TRUE, version = version + 1, name = ? WHERE id = ? AND tenant_id = ?",
                RecordId.format(field.id()),
                field.id());
        version.tell();
        trail.removed(AuditArea.FIELDS, id, title(field.definition()), field.definition());
        jobs.submit(new JobRequest(
                FieldRemoval.TYPE,
                field.definition().object(),
                FieldRemoval.settings(field.id()),
                null,
                CustomField.PREFIX + field.definition().name(),
                false));
    }

    /**
     * How many records have a value in a field that lists can compare. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when the tenant has no field of that id
     */
    public long uses(String id) {
        access.require(Feature.CUSTOMISE);
        require(inner(id));
        return sql.query(
                        "SELECT COUNT(*) FROM custom_value WHERE tenant_id = ? AND field_id = ?",
                        row -> row.getLong(1),
                        inner(id))
                .get(0);
    }

    /**
     * What uses a field, such as rules. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when the tenant has no field of that id
     */
    public List<FieldUses.Use> usersOf(String id) {
        access.require(Feature.CUSTOMISE);
        DefinitionRow field = require(inner(id));
        return uses.of(require(field.definition().object()), field.descriptor(), null);
    }

    /**
     * Where a field is merely shown, such as layouts and columns: it is taken out of these with the field. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when the tenant has no field of that id
     */
    public List<FieldUses.Use> placesOf(String id) {
        access.require(Feature.CUSTOMISE);
        DefinitionRow field = require(inner(id));
        return uses.showing(require(field.definition().object()), field.descriptor());
    }

    /** Records there already get their value by a job that shows how far it is. */
    private void recompute(FieldDefinition field) {
        jobs.submit(new JobRequest(RECOMPUTE, field.object(), "{}", null, CustomField.PREFIX + field.name(), false));
    }

    private static void requireDefault(long id, FieldDefinition field) {
        if (field.defaultValue() != null) {
            ValueCheck.require(new DefinitionRow(id, field).descriptor(), field.defaultValue(), "/defaultValue");
        }
    }

    private static ObjectDescriptor withPresent(ObjectDescriptor object, List<DefinitionRow> present) {
        return object.with(present.stream()
                .filter(row -> object.find(CustomField.PREFIX + row.definition().name())
                        .isEmpty())
                .map(DefinitionRow::descriptor)
                .toList());
    }

    private ObjectDescriptor require(String object) {
        return objects.all().stream()
                .filter(one -> one.name().equals(object))
                .findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    private DefinitionRow require(long id) {
        return sql.query(DefinitionRow.COLUMNS + " AND id = ?", DefinitionRow::read, id).stream()
                .findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    private static long inner(String id) {
        return RecordId.parse(id).orElseThrow(RecordNotFound::new);
    }

    private static String title(FieldDefinition field) {
        return field.object() + "." + CustomField.PREFIX + field.name();
    }

    private static String json(Object value) {
        return value == null ? null : JsonTree.write(value);
    }
}
