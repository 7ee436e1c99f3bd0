package io.guanxi.customers.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.facts.AccountRule;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.kernel.rule.RuleInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShippedStageRulesTest {

    /** Somebody made a year ago and silent since, of whom nothing is known. */
    private static Map<String, Object> account(Object... changes) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of(
                "lifecycleStage", "potential",
                "status", "active",
                "orderCount", 0L,
                "ordersLastYear", 0L,
                "contactCount", 0L,
                "daysSinceCreated", 365L,
                "daysSinceInteraction", 365L,
                "daysInStage", 365L));
        for (int i = 0; i < changes.length; i += 2) {
            values.put((String) changes[i], changes[i + 1]);
        }
        return values;
    }

    private static String stageOf(Map<String, Object> account) {
        return ShippedStageRules.rules().entrySet().stream()
                .filter(rule -> AccountRule.compile(
                                rule.getValue(),
                                FactFields.environment(new Accounts().descriptor(), name -> Optional.empty()))
                        .holds(RuleInput.of(account)))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Test
    void thereIsARuleForEveryStage() {
        assertThat(ShippedStageRules.rules().keySet()).containsExactlyInAnyOrderElementsOf(Accounts.STAGES);
    }

    @Test
    void whoIsOnlyKnownByNameIsPotential() {
        assertThat(stageOf(account())).isEqualTo("potential");
    }

    @Test
    void whoWasSpokenToIsContacted() {
        assertThat(stageOf(account("daysSinceInteraction", 3L))).isEqualTo("contacted");
        assertThat(stageOf(account("contactCount", 1L))).isEqualTo("contacted");
    }

    @Test
    void whoBuysDevelopsAndWhoBuysOftenIsMature() {
        assertThat(stageOf(account("orderCount", 1L, "ordersLastYear", 1L, "daysSincePurchase", 9L)))
                .isEqualTo("developing");
        assertThat(stageOf(account("orderCount", 4L, "ordersLastYear", 4L, "daysSincePurchase", 9L)))
                .isEqualTo("mature");
    }

    @Test
    void whoStopsBuyingDeclinesAndIsLostAfterAYear() {
        assertThat(stageOf(account("orderCount", 4L, "daysSincePurchase", 181L)))
                .isEqualTo("declining");
        assertThat(stageOf(account("orderCount", 4L, "daysSincePurchase", 366L)))
                .isEqualTo("lost");
        assertThat(stageOf(account("status", "inactive"))).isEqualTo("lost");
    }

    @Test
    void whoBuysAfterHavingBeenLostIsWonBack() {
        assertThat(stageOf(account(
                        "lifecycleStage", "lost", "daysInStage", 30L, "orderCount", 5L, "daysSincePurchase", 2L)))
                .isEqualTo("won_back");
        assertThat(stageOf(account(
                        "lifecycleStage", "lost", "daysInStage", 1L, "orderCount", 5L, "daysSincePurchase", 20L)))
                .isEqualTo("developing");
    }

    @Test
    void whoWasWonBackIsSoForNinetyDays() {
        Map<String, Object> buyer =
                account("lifecycleStage", "won_back", "daysInStage", 90L, "orderCount", 5L, "daysSincePurchase", 91L);
        assertThat(stageOf(buyer)).isEqualTo("won_back");
        buyer.put("daysInStage", 91L);
        assertThat(stageOf(buyer)).isEqualTo("developing");
    }
}
