package io.guanxi.tenantadmin.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignUpLimitsTest {

    @Test
    void allAddressesOfAHomesNetworkCountAsOne() {
        assertThat(SignUpLimits.network("2001:db8:1:2:aaaa::1"))
                .isEqualTo(SignUpLimits.network("2001:db8:1:2:bbbb::2"))
                .isNotEqualTo(SignUpLimits.network("2001:db8:1:3:aaaa::1"));
        assertThat(SignUpLimits.network("192.0.2.1")).isNotEqualTo(SignUpLimits.network("192.0.2.2"));
    }

    @Test
    void oneMayTryAgainWithTheNextHour() {
        assertThat(SignUpLimits.secondsLeft(Instant.parse("2026-11-23T10:59:30Z")))
                .isEqualTo(30);
        assertThat(SignUpLimits.secondsLeft(Instant.parse("2026-11-23T11:00:00Z")))
                .isEqualTo(3600);
    }
}
