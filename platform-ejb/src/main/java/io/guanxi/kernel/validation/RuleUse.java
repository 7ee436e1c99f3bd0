package io.guanxi.kernel.validation;

import io.guanxi.kernel.custom.FieldUse;
import io.guanxi.kernel.custom.ObjectErased;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.RuleEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rules use the fields they read, those behind references too, and the field their message stands at. */
@ApplicationScoped
public class RuleUse implements FieldUse {

    @Inject
    private RuleReader reader;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private SqlGateway sql;

    @Override
    public List<User> usersOf(ObjectDescriptor object, FieldDescriptor field, String option) {
        Map<String, RuleEnvironment> environments = new HashMap<>();
        List<User> users = new ArrayList<>();
        for (RuleRow row : reader.all()) {
            Optional<ObjectDescriptor> known = objects.find(row.rule().object());
            if (known.isEmpty()) {
                continue;
            }
            ObjectDescriptor owner = known.get();
            CompiledRule rule = CompiledRule.of(
                    row.rule(),
                    environments.computeIfAbsent(owner.name(), name -> CompiledRule.environment(owner, objects)));
            boolean shows = option == null
                    && owner.name().equals(object.name())
                    && field.name().equals(row.rule().field());
            if (shows || rule.uses(owner, object, field, option)) {
                users.add(new User(
                        RecordId.format(row.id()),
                        row.rule().name(),
                        "/app/admin/rules?object=" + owner.path() + "&rule=" + RecordId.format(row.id())));
            }
        }
        return users;
    }

    /** What was demanded of the records of an object that is gone is not demanded of the next one of its name. */
    void forget(@Observes ObjectErased erased) {
        sql.update("DELETE FROM validation_rule WHERE tenant_id = ? AND object = ?", erased.object());
    }

    @Override
    public String kind(Locale locale) {
        return Labels.error("validation.rule", locale);
    }
}
