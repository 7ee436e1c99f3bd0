package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.RollUps;
import io.guanxi.kernel.object.Computation.Function;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the records that point to one record come to, in each of its roll-ups. */
final class RollUpTally {

    /** As fine as stored numbers are. */
    private static final int SCALE = 4;

    private final ObjectDescriptor object;
    private final Map<String, Tally> tallies = new HashMap<>();

    /** Of one roll-up. */
    private static final class Tally {
        private long count;
        private BigDecimal sum = BigDecimal.ZERO;
        private Comparable<Object> least;
        private Comparable<Object> greatest;
        private String currency;
        private boolean mixed;
    }

    RollUpTally(ObjectDescriptor object) {
        this.object = object;
    }

    /**
     * Counts one record in.
     *
     * @param value    of the summed attribute; null for a record without one, which only counts
     * @param currency beside an amount
     */
    void add(String rollUp, Object value, String currency) {
        Tally tally = tallies.computeIfAbsent(rollUp, name -> new Tally());
        boolean counts = function(rollUp) == Function.COUNT;
        if (value == null && !counts) {
            return;
        }
        tally.count++;
        if (counts) {
            return;
        }
        if (value instanceof Number number) {
            tally.sum = tally.sum.add(new BigDecimal(number.toString()));
        }
        if (currency != null) {
            tally.mixed |= tally.currency != null && !tally.currency.equals(currency);
            tally.currency = currency;
        }
        @SuppressWarnings("unchecked")
        Comparable<Object> comparable = (Comparable<Object>) value;
        tally.least = tally.least == null || comparable.compareTo(tally.least) < 0 ? comparable : tally.least;
        tally.greatest =
                tally.greatest == null || comparable.compareTo(tally.greatest) > 0 ? comparable : tally.greatest;
    }

    /** External forms of all roll-ups by name. Amounts of several currencies come to nothing that could be told. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        RollUps.of(object).forEach(field -> values.put(field.name(), value(field)));
        return values;
    }

    private Object value(FieldDescriptor field) {
        Tally tally = tallies.getOrDefault(field.name(), new Tally());
        Object plain =
                switch (function(field.name())) {
                    case COUNT -> tally.count;
                    case SUM -> tally.sum;
                    case AVERAGE ->
                        tally.count == 0
                                ? null
                                : tally.sum.divide(BigDecimal.valueOf(tally.count), SCALE, RoundingMode.HALF_UP);
                    case LEAST -> tally.least;
                    case GREATEST -> tally.greatest;
                };
        if (plain == null || field.type() != FieldType.MONEY) {
            return plain == null || plain instanceof Number ? plain : plain.toString();
        }
        return tally.mixed || tally.currency == null
                ? null
                : Map.of("amount", new BigDecimal(plain.toString()).toPlainString(), "currency", tally.currency);
    }

    private Function function(String rollUp) {
        return object.require(rollUp).rollUp().orElseThrow().function();
    }
}
