package io.guanxi.infra.system.isolation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.guanxi.infra.system.isolation.Forgery.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes every forgery out of one genuine token: each differs from it in what its name says and in nothing else, so that
 * the check which is meant has to find it.
 */
final class Forge {

    private final String genuine;
    private final SignedJWT parsed;
    private final RSAKey realm;
    private final RSAKey trusted;
    private final RSAKey stranger;
    private final URI elsewhere;
    private final List<Forgery> made = new ArrayList<>();

    /**
     * @param genuine   token that is let in
     * @param realm     public key that it is signed with
     * @param trusted   another key of the realm, with its secret
     * @param stranger  a key that the realm does not have, with its secret
     * @param elsewhere address under which the stranger publishes that key
     */
    Forge(String genuine, RSAKey realm, RSAKey trusted, RSAKey stranger, URI elsewhere) throws ParseException {
        this.genuine = genuine;
        this.parsed = SignedJWT.parse(genuine);
        this.realm = realm;
        this.trusted = trusted;
        this.stranger = stranger;
        this.elsewhere = elsewhere;
    }

    /** The genuine token once more, signed with the trusted key: what forgeries by that key differ from. */
    String reissued() throws JOSEException, ParseException {
        return signed(claims().build());
    }

    /** Everything that can be made without asking anybody else for a token. */
    List<Forgery> all() throws JOSEException, ParseException {
        made.clear();
        unsigned();
        sharedSecret();
        otherKeys();
        keysBroughtAlong();
        keyNames();
        otherAlgorithms();
        changed();
        times();
        purposes();
        shapes();
        companies();
        return List.copyOf(made);
    }

    private void unsigned() throws ParseException {
        for (String algorithm : List.of("none", "nOnE", "")) {
            String header = encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
            nobody("algorithm '" + algorithm + "' without signature", header + "." + part(1) + ".");
            nobody("algorithm '" + algorithm + "' with the old signature", header + "." + part(1) + "." + part(2));
        }
        nobody("no algorithm", encoded("{\"typ\":\"JWT\"}") + "." + part(1) + "." + part(2));
        nobody("signature cut off", part(0) + "." + part(1) + ".");
    }

    private void sharedSecret() throws JOSEException {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        byte[] der = realm.toPublicKey().getEncoded();
        secrets.put("the public key in DER", der);
        secrets.put("the public key in PEM", RealmKey.pem("PUBLIC KEY", der).getBytes(StandardCharsets.US_ASCII));
        secrets.put(
                "the public key in PEM, stripped",
                RealmKey.pem("PUBLIC KEY", der).strip().getBytes(StandardCharsets.US_ASCII));
        secrets.put("the public key as JWK", realm.toJSONString().getBytes(StandardCharsets.UTF_8));
        secrets.put("its modulus", realm.getModulus().decode());
        for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
            SignedJWT forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(realm.getKeyID())
                            .build(),
                    claims().build());
            forged.sign(new MACSigner(secret.getValue()));
            nobody("HS256 with " + secret.getKey(), forged.serialize());
        }
    }

    private void otherKeys() throws JOSEException {
        nobody(
                "another key under the realm's name",
                signed(header(realm.getKeyID()).build(), stranger));
        nobody(
                "another key under its own name",
                signed(header(stranger.getKeyID()).build(), stranger));
        nobody("another key without a name", signed(header(null).build(), stranger));
    }

    /** RFC 7515, sections 4.1.2 to 4.1.6: what a token says of its own key is for nobody to believe. */
    private void keysBroughtAlong() throws JOSEException {
        nobody(
                "its own key as jwk",
                signed(header(stranger.getKeyID()).jwk(stranger.toPublicJWK()).build(), stranger));
        nobody(
                "its own key as jwk under the realm's name",
                signed(header(realm.getKeyID()).jwk(stranger.toPublicJWK()).build(), stranger));
        nobody(
                "its own keys at jku",
                signed(header(stranger.getKeyID()).jwkURL(elsewhere).build(), stranger));
        nobody(
                "its own certificate at x5u",
                signed(header(stranger.getKeyID()).x509CertURL(elsewhere).build(), stranger));
        nobody(
                "its own certificate as x5c",
                signed(
                        header(stranger.getKeyID())
                                .x509CertChain(List.of(
                                        Base64.encode(stranger.toPublicKey().getEncoded())))
                                .build(),
                        stranger));
    }

    private void keyNames() throws JOSEException {
        for (String name : List.of(
                "../../../../../../dev/null",
                "' OR '1'='1",
                elsewhere.toString(),
                "${jndi:ldap://127.0.0.1/x}",
                "\u0000",
                "k".repeat(4_000))) {
            String shown = name.length() > 40 ? "a very long name" : name.replace("\u0000", "NUL");
            nobody("key named " + shown, signed(header(name).build(), stranger));
        }
        for (byte[] secret : List.of(new byte[32], "x".repeat(32).getBytes(StandardCharsets.US_ASCII))) {
            SignedJWT forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(JOSEObjectType.JWT)
                            .keyID("../../../../../../dev/null")
                            .build(),
                    claims().build());
            forged.sign(new MACSigner(secret));
            nobody("HS256 with the secret that the named file may hold: " + secret[0], forged.serialize());
        }
        nobody(
                "key name that is a list",
                encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":[\"" + realm.getKeyID() + "\"]}") + "." + part(1)
                        + "." + part(2));
    }

    /** Well signed by the realm, in a way that the realm does not use; and the empty signatures of CVE-2022-21449. */
    private void otherAlgorithms() throws JOSEException {
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS512)) {
            nobody(
                    "signed with " + algorithm,
                    signed(
                            new JWSHeader.Builder(algorithm)
                                    .type(JOSEObjectType.JWT)
                                    .keyID(trusted.getKeyID())
                                    .build(),
                            trusted));
        }
        String elliptic = encoded("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + realm.getKeyID() + "\"}");
        nobody("ES256 of zeros", elliptic + "." + part(1) + "." + Base64URL.encode(new byte[64]));
        nobody(
                "critical header that nobody knows",
                signed(
                        header(trusted.getKeyID())
                                .criticalParams(Set.of("urn:unknown"))
                                .customParam("urn:unknown", true)
                                .build(),
                        trusted));
        nobody(
                "header of a log-out token",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(new JOSEObjectType("logout+jwt"))
                                .keyID(trusted.getKeyID())
                                .build(),
                        trusted));
    }

    private void changed() {
        for (int part = 0; part < 3; part++) {
            byte[] bytes = new Base64URL(part(part)).decode();
            for (int position : new int[] {0, bytes.length / 2, bytes.length - 1}) {
                byte[] flipped = bytes.clone();
                flipped[position] ^= 1;
                String[] parts = genuine.split("\\.");
                parts[part] = Base64URL.encode(flipped).toString();
                nobody("bit flipped in part " + part + " at " + position, String.join(".", parts));
            }
        }
        String payload = new Base64URL(part(1)).decodeToString();
        nobody(
                "another company written in",
                part(0) + "." + encoded(payload.replaceAll("\"tenant_id\":\\[\"\\d+\"]", "\"tenant_id\":[\"1002\"]"))
                        + "." + part(2));
        nobody(
                "another lifetime written in",
                part(0) + "." + encoded(payload.replaceAll("\"exp\":\\d+", "\"exp\":4102444800")) + "." + part(2));
    }

    private void times() throws JOSEException, ParseException {
        nobody(
                "expired a minute ago",
                signed(claims().expirationTime(inSeconds(-60)).build()));
        nobody("expired long ago", signed(claims().expirationTime(new Date(0)).build()));
        nobody("without an end", signed(claims().expirationTime(null).build()));
        nobody(
                "valid in two minutes",
                signed(claims().notBeforeTime(inSeconds(120)).build()));
    }

    private void purposes() throws JOSEException, ParseException {
        nobody("for another audience", signed(claims().audience("guanxi-web").build()));
        nobody("for no audience", signed(claims().claim("aud", null).build()));
        nobody(
                "for an audience of like name",
                signed(claims().audience("GUANXI-API").build()));
        nobody(
                "of another issuer",
                signed(claims().issuer("https://evil.example/realms/guanxi").build()));
        nobody(
                "of another realm",
                signed(claims().issuer(parsed.getJWTClaimsSet().getIssuer().replace("/guanxi", "/master"))
                        .build()));
        nobody("of no issuer", signed(claims().issuer(null).build()));
        for (String kind : List.of("ID", "Refresh", "bearer")) {
            nobody("of the kind " + kind, signed(claims().claim("typ", kind).build()));
        }
        nobody("of no kind", signed(claims().claim("typ", null).build()));
        nobody("of nobody", signed(claims().subject(null).build()));
    }

    private void shapes() {
        nobody("empty", "");
        nobody("two points", "..");
        nobody("two parts", part(0) + "." + part(1));
        nobody("four parts", genuine + ".x");
        nobody("twenty kilobytes", genuine + "x".repeat(20_000));
        nobody("twice", genuine + "," + genuine);
        nobody(
                "in JSON",
                "{\"payload\":\"" + part(1) + "\",\"protected\":\"" + part(0) + "\",\"signature\":\"" + part(2)
                        + "\"}");
        nobody("deep JSON", encoded("[".repeat(2_000)) + "." + part(1) + "." + part(2));
    }

    /** Well signed in every respect, for a company that its holder does not belong to. */
    private void companies() throws JOSEException, ParseException {
        Object other = Map.of("globex", Map.of("id", "x", "tenant_id", List.of("1002")));
        stranger(
                "of another company",
                signed(claims().claim("organization", other).build()));
        stranger("of no company", signed(claims().claim("organization", null).build()));
        stranger(
                "of companies without numbers",
                signed(claims().claim("organization", List.of("acme", "globex")).build()));
        String own = ownAlias();
        stranger(
                "of another company under the own name",
                signed(claims().claim("organization", Map.of(own, Map.of("tenant_id", List.of("1002"))))
                        .build()));
        stranger(
                "of the own company under another name",
                signed(claims().claim("organization", Map.of("globex", ownOrganization()))
                        .build()));
        stranger(
                "of two numbers at once",
                signed(claims().claim("organization", Map.of(own, Map.of("tenant_id", List.of("1001", "1002"))))
                        .build()));
        for (String number : List.of("0", "1002; DROP TABLE tenant", "")) {
            stranger(
                    "of company '" + number + "'",
                    signed(claims().claim("organization", Map.of(own, Map.of("tenant_id", List.of(number))))
                            .build()));
        }
        made.add(new Forgery(
                "of several companies, none of them chosen",
                signed(claims().claim(
                                "organization",
                                Map.of(own, ownOrganization(), "globex", Map.of("tenant_id", List.of("1002"))))
                        .build()),
                Refusal.UNDECIDED));
    }

    private String ownAlias() throws ParseException {
        return parsed.getJWTClaimsSet()
                .getJSONObjectClaim("organization")
                .keySet()
                .iterator()
                .next();
    }

    private Object ownOrganization() throws ParseException {
        return parsed.getJWTClaimsSet().getJSONObjectClaim("organization").get(ownAlias());
    }

    private JWTClaimsSet.Builder claims() {
        try {
            return new JWTClaimsSet.Builder(parsed.getJWTClaimsSet())
                    .issueTime(inSeconds(0))
                    .expirationTime(inSeconds(1_800));
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JWSHeader.Builder header(String keyName) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(keyName);
    }

    private String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(header(trusted.getKeyID()).build(), claims, trusted);
    }

    private String signed(JWSHeader header, RSAKey key) throws JOSEException {
        return signed(header, claims().build(), key);
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private String part(int index) {
        return genuine.split("\\.")[index];
    }

    private static Date inSeconds(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String encoded(String text) {
        return Base64URL.encode(text).toString();
    }

    private void nobody(String name, String token) {
        made.add(new Forgery(name, token, Refusal.NOBODY));
    }

    private void stranger(String name, String token) {
        made.add(new Forgery(name, token, Refusal.STRANGER));
    }
}
