package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.FieldUse;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.RuleEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rules of tags use the fields that they read, those behind references too. */
@ApplicationScoped
public class TagRuleUse implements FieldUse {

    @Inject
    private SqlGateway sql;

    @Inject
    private TagRules rules;

    @Inject
    private ObjectRegistry objects;

    /** A tag with its rule, and the path of the object whose records it is about. */
    private record Written(long id, String name, String source, String object) {}

    @Override
    public List<User> usersOf(ObjectDescriptor object, FieldDescriptor field, String option) {
        List<Written> written = sql.query(
                "SELECT id, name, rule_source, rule_object FROM tag WHERE tenant_id = ? AND rule_object IS NOT NULL"
                        + " AND rule_source IS NOT NULL AND deleted_at IS NULL",
                row -> new Written(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
        Map<ObjectDescriptor, RuleEnvironment> environments = new HashMap<>();
        return written.stream()
                .filter(one -> objects.findByPath(one.object()).stream()
                        .anyMatch(owner -> TagRules.compiled(
                                        one.source(), environments.computeIfAbsent(owner, rules::environment))
                                .filter(rule -> rule.uses(owner, object, field, option))
                                .isPresent()))
                .map(one -> new User(
                        RecordId.format(one.id()), one.name(), "/app/tags/" + RecordId.format(one.id()) + "/edit"))
                .toList();
    }

    @Override
    public String kind(Locale locale) {
        return Labels.error("tag.rule", locale);
    }
}
