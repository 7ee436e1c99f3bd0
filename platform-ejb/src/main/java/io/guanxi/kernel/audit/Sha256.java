package io.guanxi.kernel.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one digest of the audit. */
final class Sha256 {

    /** Bytes of a digest. */
    static final int LENGTH = 32;

    private static final String MAC = "HmacSHA256";

    private Sha256() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hex(byte[] content) {
        return HexFormat.of().formatHex(begin().digest(content));
    }

    static String hex(String content) {
        return hex(content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] mac(byte[] key, String content) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
