package io.guanxi.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ManagementCallTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final ManagementCall call =
            new ManagementCall("http://127.0.0.1:1", Base64.getEncoder().encodeToString(KEY));

    @Test
    void aTokenIsSignedWithAKeyOfItsOwnDerivedFromTheProducts() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        byte[] derived = mac.doFinal("guanxi-management".getBytes(StandardCharsets.UTF_8));
        SignedJWT token = SignedJWT.parse(call.token());
        assertThat(token.verify(new MACVerifier(derived))).isTrue();
        assertThat(token.verify(new MACVerifier(KEY))).isFalse();
    }

    @Test
    void aTokenIsForManagementAndGoodForAMinuteAtMost() throws Exception {
        SignedJWT token = SignedJWT.parse(call.token());
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("guanxi-management");
        assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant())
                .isBefore(Instant.now().plus(Duration.ofSeconds(61)));
    }

    @Test
    void noTwoTokensAreTheSame() throws Exception {
        assertThat(SignedJWT.parse(call.token()).getJWTClaimsSet().getJWTID())
                .isNotEqualTo(SignedJWT.parse(call.token()).getJWTClaimsSet().getJWTID());
    }
}
