package io.guanxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifiedTokenTest {

    private static final Map<String, Object> BOTH =
            Map.of("acme", Map.of("tenant_id", List.of("1001")), "globex", Map.of("tenant_id", List.of("1002")));

    @Test
    void whoLoggedInAtKeycloakHasAllTheirCompanies() {
        VerifiedToken token = VerifiedToken.of(claims().build());
        assertThat(token.memberships()).extracting(Membership::tenantId).containsExactlyInAnyOrder(1001, 1002);
        assertThat(token.email()).isEqualTo("somebody@acme.example");
        assertThat(token.isOperator()).isTrue();
    }

    @Test
    void aCompanysProviderOpensThatCompanyAndNoOther() {
        VerifiedToken token = VerifiedToken.of(
                claims().claim("identity_provider", "tenant-1001").build());
        assertThat(token.memberships()).extracting(Membership::tenantId).containsExactly(1001);
    }

    @Test
    void aCompanysProviderMakesNoOperatorAndProvesNoAddress() {
        VerifiedToken token = VerifiedToken.of(
                claims().claim("identity_provider", "tenant-1001").build());
        assertThat(token.isOperator()).isFalse();
        assertThat(token.email()).isNull();
        assertThat(token.emailVerified()).isFalse();
    }

    @Test
    void aProviderOfNobodyOpensNothing() {
        assertThat(VerifiedToken.of(
                                claims().claim("identity_provider", "tenant-10").build())
                        .memberships())
                .isEmpty();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("s")
                .claim("email", "somebody@acme.example")
                .claim("email_verified", true)
                .claim("realm_access", Map.of("roles", List.of("operator")))
                .claim("organization", BOTH);
    }
}
