package io.guanxi.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.customers.Accounts;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldBuilder;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleOwnFieldsTest {

    private final ObjectDescriptor account = new Accounts()
            .descriptor()
            .with(List.of(own("rent", FieldType.DECIMAL, null), own("boss", FieldType.REFERENCE, "account")));
    private final RuleEnvironment environment = RuleEnvironment.builder(account)
            .withOld()
            .following("custom.boss", account)
            .following("parent", account)
            .build();

    private static FieldDescriptor own(String name, FieldType type, String reference) {
        return FieldBuilder.field("custom." + name, type, 0, reference)
                .custom(new CustomField(1, Map.of("en", "The " + name), Map.of(), List.of(), null, null, null))
                .build();
    }

    @Test
    void fieldsOfATenantsOwnStandUnderCustomAsInJson() {
        Rule rule = compiled("custom.rent > 10 && (old == null || old.custom.rent < custom.rent)");
        assertThat(rule.fields()).contains("custom.rent", "old.custom.rent");
        assertThat(rule.holds(RuleInput.of(Map.of("custom.rent", new BigDecimal("11")))))
                .isTrue();
        assertThat(rule.holds(RuleInput.of(Map.of("custom.rent", 12)).withOld(Map.of("custom.rent", 13))))
                .isFalse();
        assertThat(rule.holds(RuleInput.of(Map.of()))).isFalse();
    }

    @Test
    void theyAreReadBehindReferencesAndPointThemselves() {
        Rule rule = compiled("parent.custom.rent == 5 && custom.boss.name == 'B'");
        assertThat(rule.fields()).containsExactlyInAnyOrder("parent.custom.rent", "custom.boss.name");
        assertThat(rule.holds(
                        RuleInput.of(Map.of("parent", Map.of("custom.rent", 5), "custom.boss", Map.of("name", "B")))))
                .isTrue();
        assertThat(rule.holds(RuleInput.of(Map.of()))).isFalse();
    }

    @Test
    void aMisspeltOneIsToldWithTheNearest() {
        assertThatThrownBy(() -> compiled("custom.rnt > 1"))
                .isInstanceOfSatisfying(
                        InvalidRule.class,
                        invalid -> assertThat(invalid.problems().get(0).message(Locale.ENGLISH))
                                .contains("rent"));
    }

    @Test
    void theyAreProposedByTheirLabelsWithoutTheWordBefore() {
        assertThat(RuleCompletion.proposals("ren", 3, environment, Locale.ENGLISH))
                .extracting(Proposal::insert)
                .contains("custom.rent");
        assertThat(RuleCompletion.proposals("custom.", 7, environment, Locale.ENGLISH))
                .extracting(Proposal::label)
                .containsExactlyInAnyOrder("The rent", "The boss");
    }

    private Rule compiled(String source) {
        return RuleCompiler.compile(source, environment, RuleType.CONDITION);
    }
}
