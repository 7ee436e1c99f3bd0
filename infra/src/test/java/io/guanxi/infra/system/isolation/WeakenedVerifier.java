package io.guanxi.infra.system.isolation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A check of tokens with one thing left out, as somebody might write it: what it lets in shows that the set of forgeries
 * would find the same thing missing in the product.
 */
final class WeakenedVerifier {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256");

    /** What a token has to pass. */
    enum Check {
        SIGNATURE,
        /** That the kind of key decides on the algorithm, not the token. */
        KEY_FITS,
        ALGORITHM_LISTED,
        NO_KEY_BROUGHT_ALONG,
        NO_KEY_FETCHED,
        HEADER_TYPE,
        END,
        BEGIN,
        AUDIENCE,
        ISSUER,
        KIND,
        COMPANY,
        ONE_COMPANY
    }

    /**
     * What there is to check against.
     *
     * @param keys         that the realm publishes
     * @param atElsewhere  keys that lie where forged tokens point to
     * @param issuer       of genuine tokens
     * @param organization the claim of genuine tokens
     */
    record Truth(JWKSet keys, JWKSet atElsewhere, String issuer, JsonNode organization) {}

    private final Truth truth;
    private final Optional<Check> leftOut;

    WeakenedVerifier(Truth truth, Optional<Check> leftOut) {
        this.truth = truth;
        this.leftOut = leftOut;
    }

    boolean accepts(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            JsonNode header = JSON.readTree(new Base64URL(parts[0]).decodeToString());
            JsonNode claims = JSON.readTree(new Base64URL(parts[1]).decodeToString());
            return header.isObject()
                    && claims.isObject()
                    && (omits(Check.SIGNATURE) || isSigned(token, header))
                    && (omits(Check.HEADER_TYPE) || header.path("typ").asText().equals("JWT"))
                    && areClaimsGood(claims);
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    private boolean omits(Check check) {
        return leftOut.filter(check::equals).isPresent();
    }

    private boolean isSigned(String token, JsonNode header) {
        String algorithm = header.path("alg").asText();
        if (algorithm.equalsIgnoreCase("none")) {
            return omits(Check.KEY_FITS);
        }
        if (!algorithm.equals("HS256") && !ALGORITHMS.contains(algorithm) && !omits(Check.ALGORITHM_LISTED)) {
            return false;
        }
        try {
            JWSObject parsed = JWSObject.parse(token);
            for (RSAKey key : keys(header)) {
                boolean isShared = algorithm.equals("HS256");
                if (isShared
                        ? omits(Check.KEY_FITS)
                                && parsed.verify(
                                        new MACVerifier(key.toPublicKey().getEncoded()))
                        : parsed.verify(new RSASSAVerifier(key))) {
                    return true;
                }
            }
            return false;
        } catch (ParseException | JOSEException | IllegalArgumentException other) {
            return false;
        }
    }

    private List<RSAKey> keys(JsonNode header) throws ParseException {
        String name = header.path("kid").asText();
        List<RSAKey> keys = new ArrayList<>(named(truth.keys(), name));
        if (omits(Check.NO_KEY_BROUGHT_ALONG) && header.has("jwk")) {
            keys.add(RSAKey.parse(header.path("jwk").toString()));
        }
        if (omits(Check.NO_KEY_FETCHED) && (header.has("jku") || header.has("x5u"))) {
            keys.addAll(named(truth.atElsewhere(), name));
        }
        return keys;
    }

    private static List<RSAKey> named(JWKSet keys, String name) {
        return keys.getKeys().stream()
                .filter(key -> name.equals(key.getKeyID()) && key instanceof RSAKey)
                .map(JWK::toRSAKey)
                .toList();
    }

    private boolean areClaimsGood(JsonNode claims) {
        long now = Instant.now().getEpochSecond();
        return (omits(Check.END) || claims.path("exp").asLong() > now)
                && (omits(Check.BEGIN) || claims.path("nbf").asLong() <= now)
                && (omits(Check.ISSUER) || claims.path("iss").asText().equals(truth.issuer()))
                && (omits(Check.AUDIENCE) || isMeantForUs(claims.path("aud")))
                && (omits(Check.KIND) || claims.path("typ").asText().equals("Bearer"))
                && claims.has("sub")
                && isCompanyGood(claims.path("organization"));
    }

    private static boolean isMeantForUs(JsonNode audience) {
        boolean isOne = audience.asText().equals("guanxi-api");
        for (JsonNode one : audience) {
            isOne |= one.asText().equals("guanxi-api");
        }
        return isOne;
    }

    private boolean isCompanyGood(JsonNode organization) {
        boolean isOne = organization.size() == 1;
        return omits(Check.COMPANY) && isOne
                || omits(Check.ONE_COMPANY) && organization.size() > 1
                || organization.equals(truth.organization());
    }
}
