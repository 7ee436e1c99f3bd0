package io.guanxi.kernel.record;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The rules of all objects that have some. */
@ApplicationScoped
public class RuleBook {

    @Inject
    @Any
    private Instance<RecordRules> rules;

    private final Map<String, RecordRules> byObject = new HashMap<>();

    @PostConstruct
    void collect() {
        rules.forEach(each -> {
            if (byObject.put(each.object(), each) != null) {
                throw new IllegalStateException("two beans with the rules of " + each.object());
            }
        });
    }

    Optional<RecordRules> of(String object) {
        return Optional.ofNullable(byObject.get(object));
    }
}
