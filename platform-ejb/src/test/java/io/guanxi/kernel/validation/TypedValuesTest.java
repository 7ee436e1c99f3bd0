package io.guanxi.kernel.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.rule.Rule;
import io.guanxi.kernel.rule.RuleCompiler;
import io.guanxi.kernel.rule.RuleEnvironment;
import io.guanxi.kernel.rule.RuleInput;
import io.guanxi.kernel.rule.RuleType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedValuesTest {

    private final ObjectDescriptor account = new Accounts().descriptor();
    private final RuleEnvironment environment = RuleEnvironment.builder(account)
            .withOld()
            .following("parent", account)
            .build();

    @Test
    void valuesOfThePathsARuleReadsAreTheRecordItIsAskedOn() {
        Rule rule = RuleCompiler.compile(
                "employees > old.employees && parent.name == 'P' && old.parent.id == '1'",
                environment,
                RuleType.CONDITION);
        TypedValues typed = new TypedValues(
                account, Map.of("employees", 3, "old.employees", 2, "parent.name", "P", "old.parent.id", "1"));
        assertThat(typed.isOldGiven()).isTrue();
        assertThat(rule.holds(RuleInput.reading(typed).withOld(typed.old()))).isTrue();
    }

    @Test
    void withoutValuesNothingIsThere() {
        TypedValues typed = new TypedValues(account, Map.of());
        assertThat(typed.isOldGiven()).isFalse();
        assertThat(typed.apply("parent")).isNull();
        assertThat(typed.apply("employees")).isNull();
    }
}
