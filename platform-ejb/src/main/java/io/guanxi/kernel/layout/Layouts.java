package io.guanxi.kernel.layout;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.Roles;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arrangements that a tenant's admins make. A change is in effect everywhere within a second. */
@Stateless
@TenantBound
public class Layouts {

    @Inject
    private AuditTrail trail;

    @Inject
    private AccessPolicy access;

    @Inject
    private Roles roles;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private LayoutReader reader;

    @Inject
    private SqlGateway sql;

    @Inject
    private Event<LayoutsChanged> changes;

    /**
     * The layouts of an object's own, the standard one first if there is one. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when there is no such object
     */
    public Map<LayoutKey, LayoutDefinition> of(String object) {
        access.require(Feature.CUSTOMISE);
        return new LinkedHashMap<>(reader.layouts().getOrDefault(require(object).name(), Map.of()));
    }

    /** What a new layout begins with: the standard one of the tenant, else the shipped one. Needs {@link Feature#CUSTOMISE}. */
    public LayoutDefinition draft(String object) {
        ObjectDescriptor descriptor = require(object);
        return Optional.ofNullable(of(object).get(LayoutKey.STANDARD))
                .orElseGet(() -> LayoutDefinition.of(Layout.shipped(descriptor, objects.related(descriptor))));
    }

    /**
     * Makes a layout or replaces the one that is for the same records and people. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws InvalidRecord with every mistake and its pointer
     */
    public void keep(String object, LayoutKey key, LayoutDefinition layout) {
        access.require(Feature.CUSTOMISE);
        ObjectDescriptor descriptor = require(object);
        requireKey(descriptor, key);
        new LayoutRules(descriptor, objects.related(descriptor)).check(layout);
        String content = JsonTree.write(LayoutJson.write(layout));
        LayoutDefinition before = of(object).get(key);
        sql.update(
                "INSERT INTO layout (tenant_id, object, record_type, role, content) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE content = ?",
                object,
                key.recordType(),
                key.role(),
                content,
                content);
        if (before == null) {
            trail.created(AuditArea.LAYOUTS, subject(object, key), object, LayoutJson.write(layout));
        } else {
            trail.changed(
                    AuditArea.LAYOUTS,
                    subject(object, key),
                    object,
                    LayoutJson.write(before),
                    LayoutJson.write(layout));
        }
        tell();
    }

    /**
     * Takes a layout away; its records go by the next more general one. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when there is none
     */
    public void remove(String object, LayoutKey key) {
        access.require(Feature.CUSTOMISE);
        LayoutDefinition before = of(object).get(key);
        int removed = sql.update(
                "DELETE FROM layout WHERE tenant_id = ? AND object = ? AND record_type = ? AND role = ?",
                require(object).name(),
                key.recordType(),
                key.role());
        if (removed == 0) {
            throw new RecordNotFound();
        }
        trail.removed(
                AuditArea.LAYOUTS, subject(object, key), object, before == null ? Map.of() : LayoutJson.write(before));
        tell();
    }

    /** The field whose value is the type of an object's records. Needs {@link Feature#CUSTOMISE}. */
    public Optional<String> typeField(String object) {
        access.require(Feature.CUSTOMISE);
        return Optional.ofNullable(reader.typeFields().get(require(object).name()));
    }

    /**
     * Says which choice gives records their type; layouts for types of another field are taken away. Needs {@link Feature#CUSTOMISE}.
     *
     * @param field empty for none: all records are of one type
     */
    public void distinguish(String object, Optional<String> field) {
        access.require(Feature.CUSTOMISE);
        ObjectDescriptor descriptor = require(object);
        field.ifPresent(name -> LayoutRules.requireType(descriptor, name));
        Optional<String> before = typeField(object);
        if (before.equals(field)) {
            return;
        }
        sql.update("DELETE FROM layout WHERE tenant_id = ? AND object = ? AND record_type <> ''", object);
        sql.update("DELETE FROM record_type_field WHERE tenant_id = ? AND object = ?", object);
        field.ifPresent(name ->
                sql.update("INSERT INTO record_type_field (tenant_id, object, field) VALUES (?, ?, ?)", object, name));
        trail.changed(
                AuditArea.LAYOUTS, object, object, Map.of("recordTypeField", before), Map.of("recordTypeField", field));
        tell();
    }

    private void requireKey(ObjectDescriptor object, LayoutKey key) {
        List<FieldError> errors = new ArrayList<>();
        if (!key.recordType().isEmpty() && !types(object).contains(key.recordType())) {
            errors.add(FieldError.of("/recordType", "layout.type", key.recordType()));
        }
        if (!key.role().isEmpty() && !roles.isThere(new Role(key.role()))) {
            errors.add(FieldError.of("/role", "layout.role", key.role()));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }

    private List<String> types(ObjectDescriptor object) {
        return typeField(object.name())
                .flatMap(object::find)
                .map(FieldDescriptor::options)
                .orElse(List.of());
    }

    private ObjectDescriptor require(String object) {
        return objects.all().stream()
                .filter(one -> one.name().equals(object))
                .findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    /** What a layout is known by: its object, and the type and role it is for. */
    private static String subject(String object, LayoutKey key) {
        return String.join("/", object, key.recordType(), key.role());
    }

    private void tell() {
        changes.fire(new LayoutsChanged(CallContext.require().tenantId()));
    }
}
