package io.guanxi.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntitlementTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Plan TEAM = new Plan("team", Set.of("customers", "sales"), Map.of("users", 20L));

    private static Entitlement of(List<ModuleChoice> choices, List<AgreedLimit> agreed) {
        return Entitlement.of(TEAM, choices, agreed, modules -> modules);
    }

    @Test
    void aPlanGivesItsModulesAndLimits() {
        Entitlement entitlement = of(List.of(), List.of());

        assertThat(entitlement.modules()).containsExactlyInAnyOrder("customers", "sales");
        assertThat(entitlement.limit("users")).hasValue(20);
    }

    @Test
    void whatThePlanDoesNotLimitHasNoLimit() {
        assertThat(of(List.of(), List.of()).limit("records")).isEmpty();
    }

    @Test
    void anAddOnIsHadBeyondThePlan() {
        ModuleChoice loyalty = new ModuleChoice(1, "loyalty");
        loyalty.addOn(true);

        assertThat(of(List.of(loyalty), List.of()).modules()).contains("loyalty");
    }

    @Test
    void aModuleSwitchedOffIsGoneEvenWhenItWasBought() {
        ModuleChoice sales = new ModuleChoice(1, "sales");
        sales.addOn(true);
        sales.switchOn(false);

        assertThat(of(List.of(sales), List.of()).modules()).containsExactly("customers");
    }

    @Test
    void aModuleWithoutWhatItNeedsIsOffAndStillEntitled() {
        ModuleChoice customers = new ModuleChoice(1, "customers");
        customers.switchOn(false);

        Entitlement entitlement =
                Entitlement.of(TEAM, List.of(customers), List.of(), on -> on.contains("customers") ? on : Set.of());

        assertThat(entitlement.modules()).isEmpty();
        assertThat(entitlement.entitled()).contains("customers", "sales");
    }

    @Test
    void anAgreedLimitTakesThePlaceOfThePlans() {
        AgreedLimit users = new AgreedLimit(1, "users");
        users.agree(OptionalLong.of(35));
        assertThat(of(List.of(), List.of(users)).limit("users")).hasValue(35);

        users.agree(OptionalLong.empty());
        assertThat(of(List.of(), List.of(users)).limit("users")).isEmpty();
    }

    @Test
    void aTrialHasItsPlanUntilItEndsAndTheFreeOneAfterwards() {
        Instant end = NOW.plus(Duration.ofDays(30));
        Subscription trial = Subscription.trial("business", end, NOW);

        assertThat(trial.planAt(end.minusMillis(1))).isEqualTo("business");
        assertThat(trial.planAt(end)).isEqualTo(Plan.FREE);
    }

    @Test
    void whoTakesAPlanIsNoLongerOnTrial() {
        Subscription subscription = Subscription.trial("business", NOW, NOW);
        subscription.take("team");

        assertThat(subscription.planAt(NOW.plus(Duration.ofDays(400)))).isEqualTo("team");
        assertThat(subscription.trialEndsAt()).isEmpty();
    }

    @Test
    void aCancelledSubscriptionLeavesTheFreePlan() {
        Subscription subscription = Subscription.active("enterprise", NOW);
        subscription.cancel();

        assertThat(subscription.planAt(NOW)).isEqualTo(Plan.FREE);
    }
}
