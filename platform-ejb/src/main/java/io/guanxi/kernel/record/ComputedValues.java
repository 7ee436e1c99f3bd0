package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.Formulas;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.rule.RuleFailure;
import io.guanxi.kernel.rule.RuleInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Fills the computed fields of a record, and how complete it is. A formula without result leaves its field empty; what is
 * summed up of others is there as it was worked out last.
 */
final class ComputedValues {

    private static final int SCALE = 4;

    private final TagBook tags;
    private final RuleValues behind;

    /**
     * @param behind what formulas read of the records pointed to
     */
    ComputedValues(TagBook tags, RuleValues behind) {
        this.tags = tags;
        this.behind = behind;
    }

    /** These records are about to be computed: what their formulas read of others is read together. */
    void foresee(ObjectDescriptor object, Collection<CrmRecord> records) {
        behind.expectBehind(object, Formulas.followed(object, behind::find), records);
    }

    /** A new record has no others that point to it. */
    void begin(ObjectDescriptor object, CrmRecord entity) {
        fill(object, entity, new RollUpTally(object).values());
    }

    /**
     * Puts values where they belong that do not follow from the record itself.
     *
     * @param values external forms by name of the field; null for none
     */
    void fill(ObjectDescriptor object, CrmRecord entity, Map<String, Object> values) {
        EntityShape shape = EntityShape.of(object);
        values.forEach((name, value) -> shape.setAll(entity, attributes(object.require(name), value)));
    }

    /** Formulas, after all that they read. */
    void compute(ObjectDescriptor object, CrmRecord entity) {
        EntityShape shape = EntityShape.of(object);
        for (Formulas.Formula formula : Formulas.of(object, behind::find)) {
            FieldDescriptor field = formula.field();
            Object value = formula.rule()
                    .map(rule -> evaluated(rule::evaluate, reader(object, shape, entity)))
                    .orElse(null);
            shape.setAll(entity, attributes(field, value));
        }
        if (object.isMeasured()) {
            Integer score = Completeness.of(object, shape.reader(entity))
                    .map(Completeness::score)
                    .orElse(null);
            shape.setAll(entity, Collections.singletonMap(ObjectDescriptor.COMPLETENESS, score));
        }
    }

    private static Object evaluated(Function<RuleInput, Object> rule, Function<String, Object> values) {
        try {
            return rule.apply(RuleInput.reading(values));
        } catch (RuleFailure e) {
            // What cannot be computed for this record, such as a division by zero, is not known.
            return null;
        }
    }

    private Function<String, Object> reader(ObjectDescriptor object, EntityShape shape, CrmRecord entity) {
        Function<String, Object> attributes = shape.reader(entity);
        return name -> {
            FieldDescriptor field = object.require(name);
            Object value = FieldCodec.external(field, attributes);
            if (value == null || field.type() != FieldType.TAGS) {
                return behind.followed(field, value);
            }
            Map<String, Object> named = new HashMap<>(Map.of(name, value));
            tags.name(object, List.of(named));
            return named.get(name);
        };
    }

    private static Map<String, Object> attributes(FieldDescriptor field, Object value) {
        InputErrors errors = new InputErrors();
        Map<String, Object> attributes =
                FieldCodec.parse(field, value == null ? null : fitting(field, value), field.pointer(), errors);
        return errors.isAny() ? FieldCodec.parse(field, null, field.pointer(), new InputErrors()) : attributes;
    }

    /** As fine, and as long, as fields of the type can be. */
    private static Object fitting(FieldDescriptor field, Object value) {
        return switch (field.type()) {
            case DECIMAL, PERCENT -> ((BigDecimal) value).setScale(SCALE, RoundingMode.HALF_UP);
            case MONEY -> {
                Map<String, Object> money = new LinkedHashMap<>();
                ((Map<?, ?>) value).forEach((member, part) -> money.put((String) member, part));
                money.computeIfPresent(
                        "amount",
                        (name, amount) -> new BigDecimal(amount.toString())
                                .setScale(SCALE, RoundingMode.HALF_UP)
                                .toPlainString());
                yield money;
            }
            case TEXT -> {
                String text = value.toString();
                int length = text.codePointCount(0, text.length());
                yield length <= field.maxLength()
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, field.maxLength()));
            }
            default -> value;
        };
    }
}
