package io.guanxi.kernel.validation;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.custom.DefinitionVersion;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.LimitReached;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules that a tenant's admins make for records. A change is in effect everywhere within a second; records there already
 * are asked when they are written again.
 */
@Stateless
@TenantBound
public class ValidationRules {

    /** Rules of one object. */
    public static final int MOST = 100;

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

    /** The rules of an object by outer id, the oldest first. Needs {@link Feature#CUSTOMISE}. */
    public Map<String, ValidationRule> of(String object) {
        access.require(Feature.CUSTOMISE);
        Map<String, ValidationRule> rules = new LinkedHashMap<>();
        rows(object).forEach(row -> rules.put(RecordId.format(row.id()), row.rule()));
        return rules;
    }

    private List<RuleRow> rows(String object) {
        return sql.query(RuleRow.COLUMNS + " AND object = ? ORDER BY created_at, id", RuleRow::read, object);
    }

    /**
     * A new rule. Needs {@link Feature#CUSTOMISE}.
     *
     * @return its id
     * @throws InvalidRecord with every mistake and its pointer, those of the condition with line and column
     * @throws LimitReached  when the object has as many as it may have
     */
    public String add(ValidationRule rule) {
        access.require(Feature.CUSTOMISE);
        version.lock();
        List<RuleRow> present = rows(rule.object());
        if (present.size() >= MOST) {
            throw new LimitReached("validationRules", MOST);
        }
        check(rule, present);
        long id = RecordId.next();
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        sql.update(
                "INSERT INTO validation_rule (tenant_id, id, version, object, name, condition_source, messages, field, active,"
                        + " created_at, updated_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                rule.object(),
                rule.name(),
                rule.condition(),
                JsonTree.write(rule.messages()),
                rule.field(),
                rule.active(),
                now,
                now);
        version.tell();
        trail.created(AuditArea.RULES, RecordId.format(id), rule.name(), rule);
        return RecordId.format(id);
    }

    /**
     * What a rule says from now on; its object stays. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when the tenant has no rule of that id for the object
     * @throws InvalidRecord  with every mistake and its pointer
     */
    public void change(String id, ValidationRule rule) {
        access.require(Feature.CUSTOMISE);
        version.lock();
        long inner = inner(id);
        List<RuleRow> present = rows(rule.object());
        RuleRow before =
                present.stream().filter(row -> row.id() == inner).findFirst().orElseThrow(RecordNotFound::new);
        check(rule, present.stream().filter(row -> row.id() != inner).toList());
        sql.change(
                "UPDATE validation_rule SET version = version + 1, name = ?, condition_source = ?, messages = ?, field = ?,"
                        + " active = ?, updated_at = ? WHERE id = ? AND tenant_id = ?",
                rule.name(),
                rule.condition(),
                JsonTree.write(rule.messages()),
                rule.field(),
                rule.active(),
                LocalDateTime.now(ZoneOffset.UTC),
                inner);
        version.tell();
        trail.changed(AuditArea.RULES, id, rule.name(), before.rule(), rule);
    }

    /**
     * Takes a rule away. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when the tenant has no rule of that id
     */
    public void remove(String id) {
        access.require(Feature.CUSTOMISE);
        version.lock();
        RuleRow before = sql.query(RuleRow.COLUMNS + " AND id = ?", RuleRow::read, inner(id)).stream()
                .findFirst()
                .orElseThrow(RecordNotFound::new);
        sql.update("DELETE FROM validation_rule WHERE tenant_id = ? AND id = ?", inner(id));
        version.tell();
        trail.removed(AuditArea.RULES, id, before.rule().name(), before.rule());
    }

    private void check(ValidationRule rule, List<RuleRow> others) {
        ObjectDescriptor object = objects.require(rule.object());
        new RuleCheck(object, CompiledRule.environment(object, objects))
                .check(rule, others.stream().map(row -> row.rule().name()).toList());
    }

    private static long inner(String id) {
        return RecordId.parse(id).orElseThrow(RecordNotFound::new);
    }
}
