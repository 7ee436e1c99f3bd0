package io.guanxi.tenantadmin.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.object.FieldType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedTextTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        assertRoundTrip(FieldType.DECIMAL, new BigDecimal("12.5"), "12.5");
        assertRoundTrip(FieldType.MONEY, Map.of("amount", "12.50", "currency", "EUR"), "12.50 EUR");
        assertRoundTrip(FieldType.TAGS, List.of("VIP", "Trade fair"), "VIP, Trade fair");
        assertRoundTrip(FieldType.BOOLEAN, true, "true");
    }

    @Test
    void blanksAreNoValueAndWhatDoesNotFitStaysText() {
        assertThat(TypedText.read(FieldType.INTEGER, "  ")).isNull();
        assertThat(TypedText.read(FieldType.INTEGER, "many")).isEqualTo("many");
        assertThat(TypedText.read(FieldType.MONEY, "12")).isEqualTo("12");
    }

    private static void assertRoundTrip(FieldType type, Object external, String text) {
        assertThat(TypedText.write(type, external)).isEqualTo(text);
        assertThat(TypedText.read(type, text)).isEqualTo(external);
    }
}
