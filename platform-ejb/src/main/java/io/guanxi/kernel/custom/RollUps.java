package io.guanxi.kernel.custom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Operator;
import io.guanxi.kernel.query.RsqlFilters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What roll-ups read. */
public final class RollUps {

    private static final Cache<ObjectDescriptor, List<FieldDescriptor>> KNOWN =
            Caffeine.newBuilder().weakKeys().build();

    private RollUps() {}

    /** The fields of an object that are roll-ups. */
    public static List<FieldDescriptor> of(ObjectDescriptor object) {
        return KNOWN.get(
                object,
                key -> key.fields().values().stream()
                        .filter(field -> field.rollUp().isPresent())
                        .toList());
    }

    /** Names of the fields of the summed object that a roll-up reads. */
    static Set<String> reads(Computation.RollUp rollUp) {
        Set<String> names = new TreeSet<>(Set.of(rollUp.by()));
        if (rollUp.field() != null) {
            names.add(rollUp.field());
        }
        Filter.comparisons(filter(rollUp)).map(Filter.Comparison::field).forEach(names::add);
        return names;
    }

    /** The condition on summed records; null for none, and where it cannot be read any more. */
    public static Filter filter(Computation.RollUp rollUp) {
        try {
            return RsqlFilters.parse(rollUp.filter());
        } catch (InvalidQuery e) {
            return null;
        }
    }

    /** Whether a choice is named in the condition of a roll-up. */
    static boolean names(Computation.RollUp rollUp, String field, String option) {
        return Filter.comparisons(filter(rollUp))
                .anyMatch(one -> one.field().equals(field) && one.arguments().contains(option));
    }

    /** Whether what a filter finds depends on nothing but the records: no today, and nobody who asks. */
    static boolean isTimeless(ObjectDescriptor object, Filter filter) {
        return Filter.comparisons(filter).noneMatch(one -> dependsOnWhen(object, one));
    }

    private static boolean dependsOnWhen(ObjectDescriptor object, Filter.Comparison one) {
        FieldType type = object.require(one.field()).type();
        boolean time = type == FieldType.DATE || type == FieldType.INSTANT;
        return one.operator() == Operator.WITHIN
                || time && one.arguments().stream().anyMatch(argument -> argument.startsWith("today"))
                || type == FieldType.MEMBER && one.arguments().contains("me");
    }
}
