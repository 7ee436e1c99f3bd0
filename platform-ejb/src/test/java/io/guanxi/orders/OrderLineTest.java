package io.guanxi.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderLineTest {

    @ParameterizedTest
    @CsvSource({
        "12, 14.00, , USD, 168.00",
        "10, 9.80, 0.15, USD, 83.30",
        "3, 0.335, , USD, 1.01",
        "-3, 0.335, , USD, -1.01",
        "1, 0.005, , EUR, 0.01",
        "7, 33.33, 0.05, JPY, 222",
        "2.5, 1.2345, 0.1, BHD, 2.778",
        "1, 100, 1, CNY, 0.00"
    })
    void aLineIsRoundedHalfUpToTheSmallestUnitOfItsCurrency(
            String quantity, String price, String discount, String currency, String total) {
        assertThat(OrderLine.total(
                        new BigDecimal(quantity),
                        new BigDecimal(price),
                        discount == null ? null : new BigDecimal(discount),
                        currency))
                .isEqualTo(new BigDecimal(total));
    }

    @Test
    void theLargestLineKeepsItsCents() {
        assertThat(OrderLine.total(new BigDecimal("99999.9999"), new BigDecimal("999999999.9999"), null, "USD"))
                .isEqualTo(new BigDecimal("99999999899990.00"));
    }
}
