package io.guanxi.kernel.closing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows that a certificate is this installation's and was not changed.
 *
 * @param digest    SHA-256 of the content, in hex digits
 * @param signature HMAC-SHA-256 of the content under a key derived from the installation's secret one, in hex digits
 */
record ErasureSeal(String digest, String signature) {

    private static final String PURPOSE = "guanxi-erasure";
    private static final String MAC = "HmacSHA256";

    /**
     * @param secret the installation's secret key in base64
     */
    static ErasureSeal of(String secret, String content) {
        try {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            byte[] key = mac(Base64.getDecoder().decode(secret), PURPOSE.getBytes(StandardCharsets.UTF_8));
            return new ErasureSeal(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
                    HexFormat.of().formatHex(mac(key, bytes)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] mac(byte[] key, byte[] content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(MAC);
        mac.init(new SecretKeySpec(key, MAC));
        return mac.doFinal(content);
    }
}
