package io.guanxi.infra.system.isolation;

import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.guanxi.infra.system.support.KeycloakAdmin;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Visit;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;

/**
 * A key of the realm that the tests have the secret of: what is signed with it is well signed, so that each of the other
 * checks of a token is on its own. The realm loses it again at the end.
 */
final class RealmKey implements AutoCloseable {

    private final RunningSystem system;
    private final String component;
    private final RSAKey key;

    private RealmKey(RunningSystem system, String component, RSAKey key) {
        this.system = system;
        this.component = component;
        this.key = key;
    }

    static RealmKey add(RunningSystem system) throws JOSEException {
        RSAKey made = new RSAKeyGenerator(2048).generate();
        KeycloakAdmin keycloak = new KeycloakAdmin(system);
        String component =
                keycloak.addKey(pem("PRIVATE KEY", made.toPrivateKey().getEncoded()));
        try {
            RSAKey named = new RSAKey.Builder(made)
                    .keyID(published(system, made).getKeyID())
                    .build();
            return new RealmKey(system, component, named);
        } catch (RuntimeException failure) {
            keycloak.removeKey(component);
            throw failure;
        }
    }

    /** With its secret and under the name that the realm publishes it by. */
    RSAKey key() {
        return key;
    }

    /** Returns when the product knows the key: it asks for new ones at most every twenty seconds. */
    void awaitKnown(String token) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> system.withToken(token).get("accounts?limit=1").status() == 200);
    }

    /** The keys that the realm publishes. */
    static JWKSet published(RunningSystem system) {
        try {
            return JWKSet.parse(new Visit(system.keycloakUrl())
                    .get("/realms/guanxi/protocol/openid-connect/certs")
                    .expect(200)
                    .text());
        } catch (ParseException other) {
            throw new AssertionError("the realm publishes no keys", other);
        }
    }

    private static JWK published(RunningSystem system, RSAKey made) {
        return published(system).getKeys().stream()
                .filter(one -> one instanceof RSAKey rsa && rsa.getModulus().equals(made.getModulus()))
                .findFirst()
                .orElseThrow();
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    @Override
    public void close() {
        // What was tried meanwhile may take longer than a token of Keycloak's administrator lives.
        new KeycloakAdmin(system).removeKey(component);
    }
}
