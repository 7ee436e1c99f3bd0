package io.guanxi.tenantadmin.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class UsageWordsTest {

    @Test
    void bytesAreToldInTheUnitThatLeavesFewDigits() {
        assertThat(UsageWords.amount("storage", 900, Locale.ENGLISH)).isEqualTo("900 B");
        assertThat(UsageWords.amount("storage", 1536, Locale.ENGLISH)).isEqualTo("1.5 KB");
        assertThat(UsageWords.amount("storage", 21474836480L, Locale.ENGLISH)).isEqualTo("20 GB");
    }

    @Test
    void whatIsCountedHasNoUnit() {
        assertThat(UsageWords.amount("records", 1000000, Locale.ENGLISH)).isEqualTo("1,000,000");
    }
}
