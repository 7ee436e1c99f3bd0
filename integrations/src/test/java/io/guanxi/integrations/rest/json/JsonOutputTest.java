package io.guanxi.integrations.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonOutputTest {

    @Test
    void membersKeepTheirOrderAndNullsAreWritten() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", "Ä \"x\"");
        members.put("none", null);
        members.put("list", Arrays.asList(1, 2L, true));

        assertThat(write(members)).isEqualTo("{\"name\":\"Ä \\\"x\\\"\",\"none\":null,\"list\":[1,2,true]}");
    }

    @Test
    void decimalsAreWrittenAsPeopleWriteThem() {
        assertThat(write(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(write(new BigDecimal("12.50"))).isEqualTo("12.50");
    }

    @Test
    void instantsAreWrittenInUtc() {
        assertThat(write(Instant.parse("2026-10-27T02:30:00Z"))).isEqualTo("\"2026-10-27T02:30:00Z\"");
    }

    private static String write(Object value) {
        return new String(JsonOutput.write(value), StandardCharsets.UTF_8);
    }
}
