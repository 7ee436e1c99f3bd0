package io.guanxi.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.Computation.Function;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldBuilder;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollUpTallyTest {

    private static final String FIELD = "custom.it";

    @Test
    void nothingCountsAndSumsUpToNothing() {
        assertThat(tally(Function.COUNT, FieldType.INTEGER).values()).containsEntry(FIELD, 0L);
        assertThat(tally(Function.SUM, FieldType.DECIMAL).values()).containsEntry(FIELD, BigDecimal.ZERO);
        assertThat(tally(Function.AVERAGE, FieldType.DECIMAL).values()).containsEntry(FIELD, null);
        assertThat(tally(Function.SUM, FieldType.MONEY).values()).containsEntry(FIELD, null);
    }

    @Test
    void emptyValuesAreCountedAndNotAveraged() {
        RollUpTally average = tally(Function.AVERAGE, FieldType.DECIMAL);
        average.add(FIELD, new BigDecimal("1.0000"), null);
        average.add(FIELD, null, null);
        average.add(FIELD, new BigDecimal("2.0000"), null);
        assertThat((BigDecimal) average.values().get(FIELD)).isEqualByComparingTo("1.5");
        RollUpTally count = tally(Function.COUNT, FieldType.INTEGER);
        count.add(FIELD, null, null);
        assertThat(count.values()).containsEntry(FIELD, 1L);
    }

    @Test
    void datesAreCompared() {
        RollUpTally least = tally(Function.LEAST, FieldType.DATE);
        RollUpTally greatest = tally(Function.GREATEST, FieldType.DATE);
        for (String day : List.of("2026-05-01", "2025-12-31", "2026-10-27")) {
            least.add(FIELD, LocalDate.parse(day), null);
            greatest.add(FIELD, LocalDate.parse(day), null);
        }
        assertThat(least.values()).containsEntry(FIELD, "2025-12-31");
        assertThat(greatest.values()).containsEntry(FIELD, "2026-10-27");
    }

    @Test
    void amountsOfOneCurrencyAreAddedAndThoseOfSeveralAreNot() {
        RollUpTally sum = tally(Function.SUM, FieldType.MONEY);
        sum.add(FIELD, new BigDecimal("10.0000"), "EUR");
        sum.add(FIELD, new BigDecimal("2.5000"), "EUR");
        assertThat(sum.values()).containsEntry(FIELD, Map.of("amount", "12.5000", "currency", "EUR"));
        sum.add(FIELD, new BigDecimal("1.0000"), "CNY");
        assertThat(sum.values()).containsEntry(FIELD, null);
    }

    private static RollUpTally tally(Function function, FieldType type) {
        String field = function == Function.COUNT ? null : "creditLimit";
        ObjectDescriptor account = new Accounts()
                .descriptor()
                .with(List.of(FieldBuilder.field(FIELD, type)
                        .custom(new CustomField(
                                1,
                                Map.of("en", "It"),
                                Map.of(),
                                List.of(),
                                null,
                                null,
                                new Computation.RollUp("account", "parent", function, field, null)))
                        .readOnly()
                        .build()));
        return new RollUpTally(account);
    }
}
