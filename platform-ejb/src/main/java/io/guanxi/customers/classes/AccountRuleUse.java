package io.guanxi.customers.classes;

import io.guanxi.customers.facts.AccountRule;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.customers.lifecycle.StageRules;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules of classes and stages use the fields of accounts that they read. */
@ApplicationScoped
public class AccountRuleUse implements FieldUse {

    @Inject
    private SqlGateway sql;

    @Inject
    private ObjectRegistry objects;

    /** A rule and where it is changed. */
    private record Written(long id, String name, String source, String page) {}

    @Override
    public List<User> usersOf(ObjectDescriptor object, FieldDescriptor field, String option) {
        List<Written> rules = new ArrayList<>(read("customer_class", "/app/admin/classes?class="));
        rules.addAll(read("stage_rule", "/app/" + StageRules.PATH + "/"));
        RuleEnvironment environment = FactFields.environment(objects);
        ObjectDescriptor account = objects.require(FactFields.ACCOUNT);
        return rules.stream()
                .filter(rule -> AccountRule.of(rule.source(), environment)
                        .filter(one -> one.uses(account, object, field, option))
                        .isPresent())
                .map(rule ->
                        new User(RecordId.format(rule.id()), rule.name(), rule.page() + RecordId.format(rule.id())))
                .toList();
    }

    private List<Written> read(String table, String page) {
        return sql.query(
                "SELECT id, name, rule_source FROM " + table
                        + " WHERE tenant_id = ? AND deleted_at IS NULL AND rule_source IS NOT NULL",
                row -> new Written(row.getLong(1), row.getString(2), row.getString(3), page));
    }

    @Override
    public String kind(Locale locale) {
        return Labels.text("io.guanxi.customers.classes.messages", "use.kind", locale);
    }
}
