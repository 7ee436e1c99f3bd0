package io.guanxi.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCompletionTest {

    /** The cursor is at the bar. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "countr¦ => country",
                "vip && cou¦ => country, discount",
                "vip && countr¦ == 'CN' => country",
                "old.countr¦ => country",
                "old.annualRevenue.¦ => amount, currency",
                "annualRevenue.am¦ => amount",
                "user.¦ => id, role",
                "status == '¦ => 'active', 'inactive', 'archived'",
                "status == \"in¦ => \"inactive\"",
                "status == ¦ => 'active', 'inactive', 'archived'",
                "status != arch¦ => 'archived'",
                "old.status == 'a¦ => 'active', 'archived', 'inactive'",
                "status in ['active', '¦ => 'active', 'inactive', 'archived'",
                "status in [¦ => 'active', 'inactive', 'archived'",
                "phones.exists(p, p.¦ => label, number",
                "phones.exists(p, p.label == '¦ => 'work', 'mobile'",
                "phones.exists(p, emails.exists(e, e.¦ => label, address",
                "phones.exis¦ => exists(, exists_one(",
                "name.sta¦ => startsWith(",
                "coale¦ => coalesce(",
                "addM¦ => addMonths(",
                "tod¦ => today",
                "name == 'ja¦ => ``",
                "1¦ => ``",
                "// coun¦ => ``"
            })
    void whatFitsAtTheCursorIsProposed(String source, String proposals) {
        assertThat(String.join(", ", inserts(source))).isEqualTo(proposals);
    }

    @Test
    void anEmptySourceOffersFieldsFirstThenNamesThenFunctions() {
        List<Proposal> proposals = proposals("¦", Locale.ENGLISH);

        assertThat(proposals.get(0).kind()).isEqualTo(Proposal.Kind.FIELD);
        assertThat(proposals).extracting(Proposal::insert).contains("name", "old", "now", "user", "round(");
        assertThat(proposals).extracting(Proposal::insert).doesNotContain("@zone", "exists(", "==");
    }

    @Test
    void fieldsAreKnownByTheirLabels() {
        assertThat(proposals("Rev¦", Locale.ENGLISH))
                .extracting(Proposal::insert)
                .contains("annualRevenue");
        assertThat(proposals("国家¦", Locale.SIMPLIFIED_CHINESE))
                .extracting(Proposal::insert)
                .contains("country");
        assertThat(proposals("coun¦", Locale.SIMPLIFIED_CHINESE).get(0).label()).contains("国家");
    }

    @Test
    void aProposalSaysWhatItIsAndWhatItReplaces() {
        Proposal round = proposals("vip && rou¦", Locale.ENGLISH).get(0);

        assertThat(round)
                .isEqualTo(new Proposal(
                        "round(",
                        "round",
                        Proposal.Kind.FUNCTION,
                        "round(decimal number, whole number) → decimal number",
                        "the number rounded half up to so many digits after the point",
                        7,
                        10));
        assertThat(proposals("status == 'in¦", Locale.SIMPLIFIED_CHINESE).get(0))
                .satisfies(option -> assertThat(option.label()).isNotEqualTo("inactive"))
                .satisfies(option -> assertThat(option.from()).isEqualTo(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", ".", "..", "(((", "a.b.c.", "==", "in [", "phones.exists(", "\"\"\"", "😀.", "x'"})
    void nothingThatIsWrittenBreaksIt(String source) {
        for (int cursor = -1; cursor <= source.length() + 1; cursor++) {
            assertThat(RuleCompletion.proposals(source, cursor, Samples.ENVIRONMENT, Locale.ENGLISH))
                    .isNotNull();
        }
        assertThat(RuleCompletion.proposals(source + " ".repeat(9_999), 0, Samples.ENVIRONMENT, Locale.ENGLISH))
                .isEmpty();
    }

    private static List<String> inserts(String marked) {
        return proposals(marked, Locale.ENGLISH).stream().map(Proposal::insert).toList();
    }

    private static List<Proposal> proposals(String marked, Locale locale) {
        int cursor = marked.indexOf('¦');
        return RuleCompletion.proposals(marked.replace("¦", ""), cursor, Samples.ENVIRONMENT, locale);
    }
}
