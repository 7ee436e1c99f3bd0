package io.guanxi.kernel.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityInputTest {

    private static final CallOrigin HERE = CallOrigin.request(CallOrigin.Channel.PAGE, "198.51.100.7", "Browser")
            .in(1, false);
    private static final CallOrigin TWOFOLD = HERE.in(1, true);

    @Test
    void whoAsksForASecondFactorHasShownTheirOwn() {
        SecurityInput wanted = new SecurityInput(null, null, List.of(), 7, false);
        assertThatThrownBy(() -> wanted.checked(SecurityPolicy.NONE, HERE))
                .satisfies(failure -> assertThat(((InvalidRecord) failure).errors())
                        .extracting(FieldError::code)
                        .containsExactly("security.ownFactor"));
        assertThat(wanted.checked(SecurityPolicy.NONE, TWOFOLD).factor())
                .get()
                .extracting(SecondFactor::days)
                .isEqualTo(7);
    }

    @Test
    void theTimeOfGraceIsCountedFromWhenItWasSwitchedOn() {
        SecondFactor asked = new SecondFactor(Instant.parse("2026-01-01T00:00:00Z"), 7);
        SecurityPolicy before =
                new SecurityPolicy(Optional.empty(), Optional.empty(), List.of(), Optional.of(asked), 3);
        SecurityPolicy after = new SecurityInput(null, null, List.of(), 14, false).checked(before, HERE);
        assertThat(after.factor().map(SecondFactor::from)).contains(Instant.parse("2026-01-15T00:00:00Z"));
        assertThat(after.version()).isEqualTo(4);
    }

    @Test
    void nobodyShutsThemselvesOutUnlessTheyMeanIt() {
        List<String> others = List.of("203.0.113.0/24");
        assertThatThrownBy(() -> new SecurityInput(null, null, others, null, false).checked(SecurityPolicy.NONE, HERE))
                .isInstanceOf(InvalidRecord.class);
        SecurityPolicy meant = new SecurityInput(null, null, others, null, true).checked(SecurityPolicy.NONE, HERE);
        assertThat(meant.isOpenTo("198.51.100.7")).isFalse();
        assertThat(meant.isOpenTo("203.0.113.9")).isTrue();
        assertThat(new SecurityInput(null, null, List.of("198.51.100.0/24"), null, false)
                        .checked(SecurityPolicy.NONE, HERE)
                        .isOpenTo("198.51.100.7"))
                .isTrue();
    }
}
