package io.guanxi.infra.system.support;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An app that makes one-time codes (RFC 6238, 30 seconds, six digits, SHA-1).
 *
 * @param secret as Keycloak's form carries it
 */
public record Totp(String secret) {

    private static final int STEP = 30;
    private static final int DIGITS = 1_000_000;

    /** The code of a step from the present one: Keycloak takes each once, and those of neighbouring steps as well. */
    public String code(int steps) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "RAW"));
            long step = Instant.now().getEpochSecond() / STEP + steps;
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            return String.format(
                    "%06d", (ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff) % DIGITS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
