package io.guanxi.kernel.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.object.FieldBuilder;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.MatchKind;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.CrmRecord;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static final ObjectDescriptor COMPANY = ObjectDescriptor.named("firm", "firms", CrmRecord.class)
            .fields(
                    FieldBuilder.text("name", 200),
                    FieldBuilder.text("legalName", 200),
                    FieldBuilder.text("taxNumber", 40),
                    FieldBuilder.list("phones", FieldType.PHONES, "work"),
                    FieldBuilder.list("emails", FieldType.EMAILS, "work"),
                    FieldBuilder.field("website", FieldType.URL),
                    FieldBuilder.text("city", 100))
            .matching("name", MatchKind.COMPANY, 80)
            .matching("legalName", MatchKind.COMPANY, 80)
            .matching("taxNumber", MatchKind.IDENTIFIER, 95)
            .matching("emails", MatchKind.EMAIL, 70)
            .matching("phones", MatchKind.PHONE, 55)
            .matching("website", MatchKind.DOMAIN, 50)
            .matching("emails", MatchKind.DOMAIN, 45)
            .matching("city", MatchKind.SAME, 15)
            .build();

    @Test
    void theSameNameOfACompanyIsLikelyTheSameCompany() {
        Score score = score(Map.of("name", "Acme Inc."), Map.of("name", "ACME"));
        assertThat(score.value()).isEqualTo(80);
        assertThat(score.reasons()).containsExactly(new Score.Reason("name", MatchKind.COMPANY, 100));
    }

    @Test
    void agreementsAddUp() {
        Score score = score(
                Map.of("name", "Acme", "phones", phones("+4930123456"), "city", "Berlin"),
                Map.of("name", "Acme", "phones", phones("+4930123456"), "city", "berlin"));
        assertThat(score.value()).isEqualTo(92);
        assertThat(score.reasons())
                .extracting(Score.Reason::kind)
                .containsExactly(MatchKind.COMPANY, MatchKind.PHONE, MatchKind.SAME);
    }

    @Test
    void theSameCityAloneTellsNothing() {
        assertThat(score(Map.of("city", "Berlin"), Map.of("city", "Berlin")).value())
                .isZero();
        assertThat(keys(Map.of("city", "Berlin"))).isEmpty();
    }

    @Test
    void differentNumbersOfAuthoritiesCountAgainst() {
        Score score = score(
                Map.of("name", "Acme", "taxNumber", "DE 111 222 333"),
                Map.of("name", "Acme", "taxNumber", "DE999222333"));
        assertThat(score.value()).isEqualTo(48).isLessThan(Score.POSSIBLE);
        assertThat(score(Map.of("name", "A B", "taxNumber", "de-111.222.333"), Map.of("taxNumber", "DE111222333"))
                        .value())
                .isEqualTo(95);
    }

    @Test
    void theLegalNameOfOneMayBeTheNameOfTheOther() {
        assertThat(score(Map.of("name", "Acme", "legalName", "Anvil Works Ltd"), Map.of("name", "Anvil Works"))
                        .value())
                .isEqualTo(80);
    }

    @Test
    void aNumberWithoutItsCountryIsFoundAndCountsALittleLess() {
        Map<String, Object> one = Map.of("phones", phones("+86 755 8123 4567"));
        Map<String, Object> other = Map.of("phones", phones("0755-81234567"));
        assertThat(Collections.disjoint(keys(one), keys(other))).isFalse();
        assertThat(score(one, other).value()).isEqualTo(50);
    }

    @Test
    void addressesWhereAnybodyMayHaveOneTellNoCompany() {
        assertThat(score(Map.of("emails", emails("a@qq.com")), Map.of("emails", emails("b@qq.com")))
                        .value())
                .isZero();
        assertThat(score(
                                Map.of("website", "https://www.anvil.co.uk/about"),
                                Map.of("emails", emails("info@sales.anvil.co.uk")))
                        .value())
                .isEqualTo(50);
        assertThat(score(Map.of("emails", emails("Info+crm@qq.com")), Map.of("emails", emails("info@QQ.com")))
                        .value())
                .isEqualTo(70);
    }

    private static Score score(Map<String, Object> one, Map<String, Object> other) {
        Score score = Score.of(MatchValues.of(COMPANY, one::get), MatchValues.of(COMPANY, other::get));
        assertThat(Score.of(MatchValues.of(COMPANY, other::get), MatchValues.of(COMPANY, one::get))
                        .value())
                .as("the same from the other side")
                .isEqualTo(score.value());
        return score;
    }

    private static java.util.Set<Long> keys(Map<String, Object> values) {
        return MatchValues.of(COMPANY, values::get).keys();
    }

    private static List<Map<String, Object>> phones(String number) {
        return List.of(Map.of("label", "work", "number", number));
    }

    private static List<Map<String, Object>> emails(String address) {
        return List.of(Map.of("label", "work", "address", address));
    }
}
