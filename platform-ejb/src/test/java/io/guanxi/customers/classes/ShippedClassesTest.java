package io.guanxi.customers.classes;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.facts.AccountFacts;
import io.guanxi.customers.facts.AccountRule;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.customers.facts.Habits;
import io.guanxi.kernel.rule.RuleEnvironment;
import io.guanxi.kernel.rule.RuleInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShippedClassesTest {

    private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private final RuleEnvironment environment =
            FactFields.environment(new Accounts().descriptor(), name -> Optional.empty());

    /** The first shipped class that takes the account, by its key. */
    private String classOf(AccountFacts facts, Map<String, Object> account) {
        Map<String, Object> values = new LinkedHashMap<>(account);
        values.putAll(facts.values(NOW, ZoneOffset.UTC, null));
        RuleInput input = RuleInput.of(values).at(NOW, ZoneOffset.UTC);
        return ShippedClasses.rules().entrySet().stream()
                .filter(shipped -> compiled(shipped.getValue()).holds(input))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private AccountRule compiled(String source) {
        return AccountRule.of(source, environment).orElseThrow();
    }

    private static AccountFacts buyer(int orders, int daysSincePurchase, String top) {
        LocalDate last = TODAY.minusDays(daysSincePurchase);
        return facts(orders, Optional.of(last), daysSincePurchase, 900, Optional.of(top), 1);
    }

    private static AccountFacts stranger(int daysSinceInteraction, int ageDays, int contacts) {
        return facts(0, Optional.empty(), daysSinceInteraction, ageDays, Optional.empty(), contacts);
    }

    private static AccountFacts facts(
            int orders, Optional<LocalDate> last, int quiet, int age, Optional<String> top, int contacts) {
        return new AccountFacts(
                1,
                NOW.minus(age, ChronoUnit.DAYS),
                orders,
                orders,
                BigDecimal.valueOf(orders * 100L),
                BigDecimal.valueOf(orders * 100L),
                last,
                last,
                contacts,
                NOW.minus(quiet, ChronoUnit.DAYS),
                top.map(BigDecimal::new),
                Optional.empty(),
                Habits.NONE,
                NOW);
    }

    @Test
    void theTopFivePercentAreVips() {
        assertThat(classOf(buyer(9, 10, "4.9"), Map.of())).isEqualTo("vip");
        assertThat(classOf(buyer(9, 10, "5"), Map.of())).isEqualTo("active");
    }

    @Test
    void whoHasBoughtInNinetyDaysIsActive() {
        assertThat(classOf(buyer(1, 90, "50"), Map.of())).isEqualTo("active");
        assertThat(classOf(buyer(1, 91, "50"), Map.of())).isEqualTo("ordinary");
    }

    @Test
    void whoIsSilentForHalfAYearIsDormantAndForAYearLost() {
        assertThat(classOf(buyer(3, 180, "50"), Map.of())).isEqualTo("ordinary");
        assertThat(classOf(buyer(3, 181, "50"), Map.of())).isEqualTo("dormant");
        assertThat(classOf(buyer(3, 365, "50"), Map.of())).isEqualTo("dormant");
        assertThat(classOf(buyer(3, 366, "50"), Map.of())).isEqualTo("lost");
        assertThat(classOf(buyer(3, 100, "50"), Map.of("status", "inactive"))).isEqualTo("lost");
    }

    @Test
    void whoHasBoughtNothingIsPotentialWhenThereIsASignOfIntent() {
        assertThat(classOf(stranger(100, 100, 1), Map.of())).isEqualTo("potential");
        assertThat(classOf(stranger(100, 100, 0), Map.of("rating", "hot"))).isEqualTo("potential");
        assertThat(classOf(stranger(5, 5, 0), Map.of())).isEqualTo("potential");
        assertThat(classOf(stranger(100, 100, 0), Map.of("rating", "cold"))).isEqualTo("ordinary");
        assertThat(classOf(stranger(181, 300, 1), Map.of("rating", "hot"))).isEqualTo("dormant");
    }

    @Test
    void aRuleThatNamesWhatIsNotThereTakesNobody() {
        assertThat(AccountRule.of("spendOfNeighbours > 5", environment)).isEmpty();
        assertThat(AccountRule.of("name + 1", environment)).isEmpty();
    }

    @Test
    void aRuleRemembersWhatItLookedAt() {
        AccountRule active = compiled("orderCount > 0 && daysSincePurchase <= 90");
        assertThat(active.seen(buyer(2, 30, "50").values(NOW, ZoneOffset.UTC, null)::get))
                .containsExactly(Map.entry("daysSincePurchase", 30L), Map.entry("orderCount", 2L));
    }
}
