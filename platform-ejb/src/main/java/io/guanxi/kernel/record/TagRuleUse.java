package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.FieldUse;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.rule.RuleEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** The rules of tags use the fields that they read. */
@ApplicationScoped
public class TagRuleUse implements FieldUse {

    @Inject
    private SqlGateway sql;

    @Inject
    private TagRules rules;

    /** A tag with its rule. */
    private record Written(long id, String name, String source) {}

    @Override
    public List<User> usersOf(ObjectDescriptor object, FieldDescriptor field, String option) {
        List<Written> written = sql.query(
                "SELECT id, name, rule_source FROM tag WHERE tenant_id = ? AND rule_object = ?"
                        + " AND rule_source IS NOT NULL AND deleted_at IS NULL",
                row -> new Written(row.getLong(1), row.getString(2), row.getString(3)),
                object.path());
        if (written.isEmpty()) {
            return List.of();
        }
        RuleEnvironment environment = rules.environment(object);
        return written.stream()
                .filter(one -> TagRules.compiled(one.source(), environment)
                        .filter(rule -> rule.fields().contains(field.name()))
                        .filter(rule -> option == null || mentions(one.source(), option))
                        .isPresent())
                .map(one -> new User(
                        RecordId.format(one.id()), one.name(), "/app/tags/" + RecordId.format(one.id()) + "/edit"))
                .toList();
    }

    private static boolean mentions(String source, String option) {
        return source.contains("'" + option + "'") || source.contains("\"" + option + "\"");
    }

    @Override
    public String kind(Locale locale) {
        return Labels.error("tag.rule", locale);
    }
}
