package io.guanxi.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer of tokens on a real port that publishes its keys as Keycloak does, and can go away. */
final class Realm implements AutoCloseable {

    final RSAKey key = newKey("current");
    final AtomicInteger fetches = new AtomicInteger();
    volatile int tokenLifetimeSeconds = 300;
    private volatile String issued;
    private final HttpServer server;
    private volatile List<RSAKey> published = List.of(key);

    Realm() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.createContext("/realms/guanxi/protocol/openid-connect/certs", exchange -> {
            fetches.incrementAndGet();
            byte[] body = new JWKSet(List.copyOf(published)).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/realms/guanxi/protocol/openid-connect/token", exchange -> {
            boolean refused = issued == null;
            String answer = refused
                    ? "{\"error\":\"invalid_grant\"}"
                    : "{\"id_token\":\"" + issued + "\",\"refresh_token\":\"r\",\"expires_in\":" + tokenLifetimeSeconds
                            + "}";
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refused ? 400 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** The ID token that whoever asks gets from now on. */
    void issue(JWTClaimsSet.Builder claims) {
        issued = sign(claims);
    }

    /** Codes and refresh tokens do not count from now on. */
    void refuse() {
        issued = null;
    }

    /** Claims of the ID token of a person. */
    JWTClaimsSet.Builder idClaims(String nonce) {
        return claims().audience("guanxi-web")
                .claim("typ", "ID")
                .claim("azp", "guanxi-web")
                .claim("client_id", null)
                .claim("sid", "session-at-keycloak")
                .claim("nonce", nonce);
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/guanxi";
    }

    IdentitySettings settings(Path home) {
        return new IdentitySettings(issuer(), "guanxi-web", "secret", "http://localhost:8080", home.toString());
    }

    void publish(RSAKey... keys) {
        published = List.of(keys);
    }

    /** Claims of a good access token of a partner. */
    JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("23110975-9056-4662-99d3-1b335c7e7cdf")
                .audience("guanxi-api")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("typ", "Bearer")
                .claim("azp", "acme-partner")
                .claim("client_id", "acme-partner")
                .claim("realm_access", Map.of("roles", List.of("partner")))
                .claim("organization", Map.of("acme", Map.of("id", "a2e8685f", "tenant_id", List.of("1001"))));
    }

    String sign(JWTClaimsSet.Builder claims) {
        return sign(header().build(), claims, key);
    }

    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID());
    }

    static String sign(JWSHeader header, JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The outage: nothing listens any more. */
    @Override
    public void close() {
        server.stop(0);
    }
}
