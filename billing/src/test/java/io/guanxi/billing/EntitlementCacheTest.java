package io.guanxi.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EntitlementCacheTest {

    private static final Entitlement FREE = entitlement("free");
    private static final Entitlement TEAM = entitlement("team");

    private final AtomicLong clock = new AtomicLong();
    private final EntitlementCache cache = new EntitlementCache(clock::get);

    @Test
    void oneTenantsEntitlementIsNeverAnothers() {
        cache.get(1, () -> TEAM);

        assertThat(cache.get(2, () -> FREE)).isEqualTo(FREE);
        assertThat(cache.get(1, () -> FREE)).isEqualTo(TEAM);
    }

    @Test
    void aChangeIsSeenAfterASecond() {
        cache.get(1, () -> FREE);
        clock.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(cache.get(1, () -> TEAM)).isEqualTo(FREE);

        clock.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(cache.get(1, () -> TEAM)).isEqualTo(TEAM);
    }

    @Test
    void aForgottenTenantIsReadAnewAtOnce() {
        cache.get(1, () -> FREE);
        cache.forget(1);

        assertThat(cache.get(1, () -> TEAM)).isEqualTo(TEAM);
    }

    @Test
    void whileOneCallerAsksAnewTheOthersGoOnWithWhatWasKnown() {
        cache.get(1, () -> FREE);
        clock.addAndGet(Duration.ofSeconds(1).toNanos());

        cache.get(1, () -> {
            assertThat(cache.get(1, () -> TEAM)).isEqualTo(FREE);
            return TEAM;
        });
        assertThat(cache.get(1, () -> FREE)).isEqualTo(TEAM);
    }

    @Test
    void anAnswerThatIsOlderThanAChangeIsNotKept() {
        cache.get(1, () -> FREE);
        clock.addAndGet(Duration.ofSeconds(1).toNanos());

        cache.get(1, () -> {
            cache.forget(1);
            return FREE;
        });
        assertThat(cache.get(1, () -> TEAM)).isEqualTo(TEAM);
    }

    @Test
    void aQuestionThatFailedIsAskedAgain() {
        cache.get(1, () -> FREE);
        clock.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThatThrownBy(() -> cache.get(1, () -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
        assertThat(cache.get(1, () -> TEAM)).isEqualTo(TEAM);
    }

    private static Entitlement entitlement(String plan) {
        return new Entitlement(plan, Set.of(), Set.of(), Map.of());
    }
}
