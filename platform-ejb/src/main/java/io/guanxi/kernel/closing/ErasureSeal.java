package io.guanxi.kernel.closing;

import io.guanxi.kernel.digest.Sha256;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Shows that a certificate is this installation's and was not changed.
 *
 * @param digest    SHA-256 of the content, in hex digits
 * @param signature HMAC-SHA-256 of the content under a key derived from the installation's secret one, in hex digits
 */
record ErasureSeal(String digest, String signature) {

    private static final String PURPOSE = "guanxi-erasure";

    /**
     * @param secret the installation's secret key in base64
     */
    static ErasureSeal of(String secret, String content) {
        byte[] key = Sha256.mac(Base64.getDecoder().decode(secret), PURPOSE);
        return new ErasureSeal(Sha256.hex(content), HexFormat.of().formatHex(Sha256.mac(key, content)));
    }
}
