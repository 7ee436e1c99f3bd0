package io.guanxi.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private final ObjectDescriptor accounts =
            new Accounts().descriptor().weighing(Map.of("phones", 10, "website", 5, "taxNumber", 1, "gone", 50));

    private Completeness of(Map<String, Object> values) {
        return Completeness.of(accounts, values::get).orElseThrow();
    }

    @Test
    void theHeavierFieldCountsMoreAndComesFirstWhenItIsMissing() {
        Completeness half = of(Map.of("website", "https://example.com"));

        assertThat(half.score()).isEqualTo(5 * 100 / 16);
        assertThat(half.missing()).extracting(FieldDescriptor::name).containsExactly("phones", "taxNumber");
    }

    @Test
    void aHundredMeansThatNothingIsMissing() {
        Completeness full = of(
                Map.of("website", "https://example.com", "phones", List.of(Map.of("number", "+49")), "taxNumber", "1"));

        assertThat(full.score()).isEqualTo(100);
        assertThat(full.missing()).isEmpty();
        assertThat(of(Map.of("phones", "[{}]", "website", "x")).score()).isLessThan(100);
    }

    @Test
    void emptyListsAndBlankTextsAreMissing() {
        assertThat(of(Map.of("phones", List.of(), "website", "  ", "taxNumber", "[]"))
                        .score())
                .isZero();
    }

    @Test
    void withoutWeightsThereIsNoScore() {
        assertThat(Completeness.of(accounts.weighing(Map.of()), name -> null)).isEmpty();
    }
}
