package io.guanxi.kernel.validation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.custom.CustomFields;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.RuleEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The compiled rules of each tenant, kept until something about its definitions changes. */
@ApplicationScoped
public class ActiveRules {

    private static final int MOST_TENANTS = 5_000;

    private final Cache<Integer, Known> tenants =
            Caffeine.newBuilder().maximumSize(MOST_TENANTS).build();

    @Inject
    private CustomFields customs;

    @Inject
    private RuleReader reader;

    @Inject
    private ObjectRegistry objects;

    /** The active rules of a tenant as they were at a version of its definitions; compiled when an object is first asked. */
    private record Known(
            long version, Map<String, List<ValidationRule>> rules, Map<String, List<CompiledRule>> compiled) {}

    /** The rules that records of the object must fulfil in the caller's tenant. */
    public List<CompiledRule> of(String object) {
        Known known = current();
        List<ValidationRule> rules = known.rules().get(object);
        return rules == null ? List.of() : known.compiled().computeIfAbsent(object, name -> compiled(name, rules));
    }

    private List<CompiledRule> compiled(String object, List<ValidationRule> rules) {
        RuleEnvironment environment = CompiledRule.environment(objects.require(object), objects);
        return rules.stream().map(rule -> CompiledRule.of(rule, environment)).toList();
    }

    private Known current() {
        int tenant = CallContext.require().tenantId();
        long version = customs.version();
        Known known = tenants.getIfPresent(tenant);
        if (known == null || known.version() != version) {
            known = new Known(version, version == 0 ? Map.of() : active(), new ConcurrentHashMap<>());
            tenants.put(tenant, known);
        }
        return known;
    }

    private Map<String, List<ValidationRule>> active() {
        return reader.all().stream()
                .map(RuleRow::rule)
                .filter(ValidationRule::active)
                .collect(Collectors.groupingBy(ValidationRule::object));
    }
}
