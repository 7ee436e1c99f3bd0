package io.guanxi.kernel.custom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.kernel.rule.ReadPath;
import io.guanxi.kernel.rule.Rule;
import io.guanxi.kernel.rule.RuleCompiler;
import io.guanxi.kernel.rule.RuleEnvironment;
import io.guanxi.kernel.rule.RuleType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The formulas of an object, each after those it reads. They see the fields of their record and of those it points to, whose
 * changes they follow, and nothing else: no time and no user, which would make a value wrong without a change.
 */
public final class Formulas {

    /** What formulas may give. */
    public static final List<FieldType> TYPES = List.of(
            FieldType.TEXT,
            FieldType.INTEGER,
            FieldType.DECIMAL,
            FieldType.PERCENT,
            FieldType.MONEY,
            FieldType.BOOLEAN,
            FieldType.DATE,
            FieldType.INSTANT);

    /** What is compiled holds on to the objects it was compiled for. */
    private static final int MOST_KEPT = 5_000;

    private static final Cache<ObjectDescriptor, List<Formula>> KNOWN =
            Caffeine.newBuilder().weakKeys().maximumSize(MOST_KEPT).build();

    /** A field and the rule that fills it; without a rule, since it cannot be compiled any more, the field stays empty. */
    public record Formula(FieldDescriptor field, Optional<Rule> rule) {}

    private Formulas() {}

    /**
     * In an order in which each comes after those it reads.
     *
     * @param objects finds what it points to by name; what is found must belong to the same state of the metadata
     */
    public static List<Formula> of(ObjectDescriptor object, Function<String, Optional<ObjectDescriptor>> objects) {
        return KNOWN.get(object, key -> ordered(key, objects));
    }

    /** The reference fields of an object behind which its formulas read. */
    public static List<FieldDescriptor> followed(
            ObjectDescriptor object, Function<String, Optional<ObjectDescriptor>> objects) {
        return of(object, objects).stream()
                .flatMap(formula -> formula.rule().stream())
                .flatMap(rule -> rule.fields().stream())
                .flatMap(path -> ReadPath.of(object, path).stream())
                .filter(path -> path.behind() != null)
                .map(ReadPath::own)
                .distinct()
                .toList();
    }

    public static RuleEnvironment environment(
            ObjectDescriptor object, Function<String, Optional<ObjectDescriptor>> objects) {
        return RuleEnvironment.builder(object).timeless().followingAll(objects).build();
    }

    private static List<Formula> ordered(
            ObjectDescriptor object, Function<String, Optional<ObjectDescriptor>> objects) {
        List<FieldDescriptor> fields = object.fields().values().stream()
                .filter(FieldDescriptor::isFormula)
                .toList();
        if (fields.isEmpty()) {
            return List.of();
        }
        Map<String, Formula> all = new LinkedHashMap<>();
        RuleEnvironment environment = environment(object, objects);
        fields.forEach(field -> all.put(field.name(), new Formula(field, compiled(field, environment))));
        List<Formula> ordered = new ArrayList<>();
        Set<String> placed = new LinkedHashSet<>();
        all.values().forEach(formula -> place(formula, all, placed, ordered));
        return List.copyOf(ordered);
    }

    private static void place(Formula formula, Map<String, Formula> all, Set<String> placed, List<Formula> ordered) {
        if (placed.add(formula.field().name())) {
            formula.rule().stream()
                    .flatMap(rule -> rule.fields().stream())
                    .filter(all::containsKey)
                    .forEach(name -> place(all.get(name), all, placed, ordered));
            ordered.add(formula);
        }
    }

    private static Optional<Rule> compiled(FieldDescriptor field, RuleEnvironment environment) {
        try {
            return Optional.of(RuleCompiler.compile(field.custom().formula(), environment, RuleType.of(field.type())));
        } catch (InvalidRule e) {
            return Optional.empty();
        }
    }
}
