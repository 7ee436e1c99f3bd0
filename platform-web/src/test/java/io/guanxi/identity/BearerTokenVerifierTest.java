package io.guanxi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.guanxi.identity.NotAuthenticated.Reason;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenVerifierTest {

    @TempDir
    private Path home;

    private Realm realm;
    private BearerTokenVerifier verifier;

    @BeforeEach
    void start() {
        realm = new Realm();
        verifier = newVerifier();
    }

    @AfterEach
    void stop() {
        realm.close();
    }

    @Test
    void aGoodTokenTellsWhoCallsForWhichTenant() throws Exception {
        VerifiedToken token = verify(realm.sign(realm.claims()));
        assertThat(token.clientId()).isEqualTo("acme-partner");
        assertThat(token.isClient()).isTrue();
        assertThat(token.roles()).isEqualTo(Set.of("partner"));
        assertThat(token.memberships()).containsExactly(new Membership(1001, "acme"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    void theSchemeIsReadInAnyCase(String scheme) {
        assertThatCode(() -> verifier.verify(scheme + " " + realm.sign(realm.claims())))
                .doesNotThrowAnyException();
    }

    @Test
    void noTokenAndOtherSchemesAreMissing() {
        assertThatThrownBy(() -> verifier.verify(null)).satisfies(failure -> assertReason(failure, Reason.MISSING));
        assertThatThrownBy(() -> verifier.verify("Basic YTpi"))
                .satisfies(failure -> assertReason(failure, Reason.MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "...", "{}", "null"})
    void whatIsNoTokenIsInvalid(String text) {
        assertRefused(text, Reason.INVALID);
    }

    @Test
    void anUnsignedTokenIsInvalid() {
        assertRefused(new PlainJWT(realm.claims().build()).serialize(), Reason.INVALID);
        String[] parts = realm.sign(realm.claims()).split("\\.");
        String none = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        assertRefused(none + "." + parts[1] + ".", Reason.INVALID);
        assertRefused(none + "." + parts[1] + "." + parts[2], Reason.INVALID);
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSharedSecretIsInvalid() throws Exception {
        byte[] publicKey = realm.key.toRSAPublicKey().getEncoded();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(realm.key.getKeyID())
                        .build(),
                realm.claims().build());
        forged.sign(new MACSigner(publicKey));
        assertRefused(forged.serialize(), Reason.INVALID);
    }

    @Test
    void anAlgorithmOffTheListIsInvalid() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS512)
                .type(JOSEObjectType.JWT)
                .keyID(realm.key.getKeyID())
                .build();
        assertRefused(Realm.sign(header, realm.claims(), realm.key), Reason.INVALID);
    }

    @Test
    void anExpiredTokenSaysSo() {
        assertRefused(realm.sign(realm.claims().expirationTime(secondsFromNow(-40))), Reason.EXPIRED);
    }

    @Test
    void thirtySecondsOfSkewAreAllowedBothWays() {
        assertThatCode(() -> verify(realm.sign(realm.claims().expirationTime(secondsFromNow(-20)))))
                .doesNotThrowAnyException();
        assertThatCode(() -> verify(realm.sign(realm.claims().notBeforeTime(secondsFromNow(20)))))
                .doesNotThrowAnyException();
    }

    @Test
    void aTokenOfTheFutureIsInvalid() {
        assertRefused(realm.sign(realm.claims().notBeforeTime(secondsFromNow(60))), Reason.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "iat", "sub", "iss", "aud", "typ"})
    void aTokenThatLacksANeededClaimIsInvalid(String claim) {
        assertRefused(realm.sign(realm.claims().claim(claim, null)), Reason.INVALID);
    }

    @Test
    void aTokenForAnotherAudienceIsInvalid() {
        assertRefused(realm.sign(realm.claims().audience("guanxi-web")), Reason.INVALID);
        assertRefused(realm.sign(realm.claims().audience(List.of("account", "GUANXI-API"))), Reason.INVALID);
    }

    @Test
    void aTokenForSeveralAudiencesIsGoodWhenOneIsThisInterface() {
        assertThatCode(() -> verify(realm.sign(realm.claims().audience(List.of("account", "guanxi-api")))))
                .doesNotThrowAnyException();
    }

    @Test
    void aTokenOfAnotherIssuerIsInvalid() {
        assertRefused(realm.sign(realm.claims().issuer("https://evil.example/realms/guanxi")), Reason.INVALID);
        assertRefused(realm.sign(realm.claims().issuer(realm.issuer() + "/")), Reason.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", "Refresh", "Offline", "Logout", "bearer"})
    void aTokenOfAnotherKindIsInvalid(String typ) {
        assertRefused(realm.sign(realm.claims().claim("typ", typ)), Reason.INVALID);
    }

    @Test
    void aHeaderTypeOfAnotherKindIsInvalid() {
        JWSHeader header = realm.header().type(new JOSEObjectType("logout+jwt")).build();
        assertRefused(Realm.sign(header, realm.claims(), realm.key), Reason.INVALID);
    }

    @Test
    void keysThatATokenBringsAlongAreNeverUsed() throws Exception {
        RSAKey stranger = Realm.newKey("stranger");
        try (Realm elsewhere = new Realm()) {
            elsewhere.publish(stranger);
            JWSHeader referring = realm.header()
                    .keyID("stranger")
                    .jwkURL(URI.create(elsewhere.issuer() + "/protocol/openid-connect/certs"))
                    .x509CertURL(URI.create(elsewhere.issuer() + "/protocol/openid-connect/certs"))
                    .build();
            assertRefused(Realm.sign(referring, realm.claims(), stranger), Reason.INVALID);
            JWSHeader carrying = realm.header().jwk(stranger.toPublicJWK()).build();
            assertRefused(Realm.sign(carrying, realm.claims(), stranger), Reason.INVALID);
            assertThat(elsewhere.fetches).hasValue(0);
        }
    }

    @Test
    void aTokenWithAnyBitOfItsPartsFlippedIsInvalid() {
        String token = realm.sign(realm.claims());
        for (int at = 0; at < token.length(); at += 7) {
            char flipped = (char) (token.charAt(at) ^ 1);
            String forged = token.substring(0, at) + flipped + token.substring(at + 1);
            assertThatThrownBy(() -> verify(forged)).isInstanceOf(NotAuthenticated.class);
        }
    }

    @Test
    void anotherTenantWrittenIntoATokenIsInvalid() {
        String[] parts = realm.sign(realm.claims()).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace("1001", "1002");
        assertRefused(parts[0] + "." + base64(claims) + "." + parts[2], Reason.INVALID);
    }

    @Test
    void anEndlessTokenIsInvalid() {
        assertRefused("x".repeat(1_000_000), Reason.INVALID);
    }

    @Test
    void unknownKeyIdsDoNotDriveRequestsToKeycloak() throws Exception {
        verify(realm.sign(realm.claims()));
        for (int i = 0; i < 50; i++) {
            RSAKey key = new RSAKey.Builder(realm.key).keyID("unknown-" + i).build();
            String token = Realm.sign(realm.header().keyID(key.getKeyID()).build(), realm.claims(), key);
            assertRefused(token, Reason.INVALID);
        }
        assertThat(realm.fetches.get()).isLessThanOrEqualTo(3);
        assertThatCode(() -> verify(realm.sign(realm.claims()))).doesNotThrowAnyException();
    }

    @Test
    void aNewKeyOfTheRealmIsFound() throws Exception {
        verify(realm.sign(realm.claims()));
        RSAKey next = Realm.newKey("next");
        realm.publish(next, realm.key);
        String token = Realm.sign(realm.header().keyID("next").build(), realm.claims(), next);
        assertThatCode(() -> verify(token)).doesNotThrowAnyException();
    }

    @Test
    void anOutageOfKeycloakDoesNotFailValidTokens() throws Exception {
        String token = realm.sign(realm.claims());
        verify(token);
        realm.close();
        assertThatCode(() -> verify(token)).doesNotThrowAnyException();
    }

    @Test
    void aRestartDuringAnOutageUsesTheKeysKeptOnDisk() throws Exception {
        String token = realm.sign(realm.claims());
        verify(token);
        realm.close();
        verifier = newVerifier();
        assertThatCode(() -> verify(token)).doesNotThrowAnyException();
        String keptKeys = Files.readString(home.resolve("run").resolve("jwks.json"));
        assertThat(keptKeys).doesNotContain("\"d\":", "\"p\":");
    }

    @Test
    void keysKeptForAnotherIssuerAreNotUsed() throws Exception {
        verify(realm.sign(realm.claims()));
        realm.close();
        try (Realm another = new Realm()) {
            IdentitySettings settings = another.settings(home);
            another.close();
            IdentityKeys keys = new IdentityKeys(settings);
            assertThat(keys.usable()).isFalse();
        }
    }

    @Test
    void withoutAnyKeysTokensCannotBeChecked() {
        realm.close();
        assertThat(newKeys().usable()).isFalse();
        assertThatThrownBy(() -> verify(realm.sign(realm.claims()))).isInstanceOf(IdentityUnavailable.class);
    }

    @Test
    void keysAreUsableOnceKeycloakHasAnswered() {
        IdentityKeys keys = newKeys();
        assertThat(keys.usable()).isTrue();
        realm.close();
        assertThat(keys.usable()).isTrue();
    }

    private IdentityKeys newKeys() {
        return new IdentityKeys(realm.settings(home), Duration.ofSeconds(60));
    }

    private BearerTokenVerifier newVerifier() {
        return new BearerTokenVerifier(newKeys(), realm.settings(home));
    }

    private VerifiedToken verify(String token) throws NotAuthenticated, IdentityUnavailable {
        return verifier.verify("Bearer " + token);
    }

    private void assertRefused(String token, Reason reason) {
        assertThatThrownBy(() -> verify(token)).satisfies(failure -> assertReason(failure, reason));
    }

    private static void assertReason(Throwable failure, Reason reason) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        NotAuthenticated.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static Date secondsFromNow(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
    }
}
