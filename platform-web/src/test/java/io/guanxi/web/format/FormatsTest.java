package io.guanxi.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Instant NOW = Instant.parse("2026-10-27T02:30:00Z");

    private final Formats english = new Formats(Locale.ENGLISH, ZoneId.of("America/New_York"), "US");
    private final Formats chinese = new Formats(Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai"), "CN");

    @Test
    void chineseReadersCountInWanAndYi() {
        assertThat(chinese.count(9_999)).isEqualTo("9,999");
        assertThat(chinese.count(12_486)).isEqualTo("1.25 万");
        assertThat(chinese.moneyShort(new BigDecimal("1048000"), "CNY")).isEqualTo("¥104.8 万");
        assertThat(chinese.moneyShort(new BigDecimal("132000000"), "CNY")).isEqualTo("¥1.32 亿");
        assertThat(english.count(12_486)).isEqualTo("12,486");
    }

    @Test
    void wholeAmountsHaveNoCentsAndOthersAllOfThem() {
        assertThat(english.money(new BigDecimal("148200.00"), "USD")).isEqualTo("$148,200");
        assertThat(english.money(new BigDecimal("1250000.5"), "USD")).isEqualTo("$1,250,000.50");
        assertThat(english.money(new BigDecimal("-12.3456"), "USD")).isEqualTo("-$12.3456");
    }

    @Test
    void currenciesOfLettersStandApartFromTheNumber() {
        assertThat(english.money(new BigDecimal("5"), "DKK")).isEqualTo("DKK 5");
        assertThat(english.money(new BigDecimal("5"), "XYZ")).isEqualTo("XYZ 5");
    }

    @Test
    void timeZonesAreToldByACityAndItsCountry() {
        assertThat(english.timeZone("America/New_York")).isEqualTo("New York (United States)");
        assertThat(chinese.timeZone("Asia/Shanghai")).isEqualTo("上海（中国）");
        assertThat(chinese.timeZone("Nowhere/At_All")).isEqualTo("Nowhere/At All");
        assertThat(TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null))
                .allSatisfy(id -> assertThat(chinese.timeZone(id)).doesNotContainPattern("[A-Za-z]"));
    }

    @Test
    void currenciesOfTodayHaveChineseNames() {
        assertThat(chinese.currency("CNY")).isEqualTo("CNY – 人民币");
        for (String code : List.of("SLE", "VES", "XCG", "ZWG")) {
            assertThat(chinese.currency(code).substring(5)).doesNotContainPattern("[A-Za-z]");
        }
    }

    @Test
    void datesAreToldInTheZoneOfTheReader() {
        assertThat(english.date(LocalDate.of(2026, 10, 27))).isEqualTo("Oct 27, 2026");
        assertThat(chinese.date(LocalDate.of(2026, 10, 27))).isEqualTo("2026年10月27日");
        assertThat(english.instant(NOW)).startsWith("Oct 26, 2026");
        assertThat(chinese.instant(NOW)).startsWith("2026年10月27日").contains("10:30");
    }

    @Test
    void agesAreToldUntilTheyAreOverThirtyDays() {
        assertThat(english.ago(NOW.minusSeconds(20), NOW)).isEqualTo("20 seconds ago");
        assertThat(english.ago(NOW.minus(Duration.ofHours(3)), NOW)).isEqualTo("3 hours ago");
        assertThat(english.ago(NOW.minus(Duration.ofHours(25)), NOW)).isEqualTo("yesterday");
        assertThat(chinese.ago(NOW.minus(Duration.ofDays(3)), NOW)).isEqualTo("3天前");
        assertThat(english.ago(NOW.minus(Duration.ofDays(40)), NOW)).isEqualTo("Sep 16, 2026");
    }

    @Test
    void phonesAreNationalAtHomeAndInternationalAbroad() {
        assertThat(chinese.phone("+8657187654321")).isEqualTo("0571 8765 4321");
        assertThat(english.phone("+8657187654321")).isEqualTo("+86 571 8765 4321");
        assertThat(english.phone("extension 5")).isEqualTo("extension 5");
    }

    @Test
    void countriesAndLanguagesAreNamedInTheLanguageOfTheReader() {
        assertThat(chinese.country("DE")).isEqualTo("德国");
        assertThat(english.country("DE")).isEqualTo("Germany");
        assertThat(english.language("zh-CN")).contains("Chinese");
        assertThat(english.currency("EUR")).isEqualTo("EUR – Euro");
    }
}
