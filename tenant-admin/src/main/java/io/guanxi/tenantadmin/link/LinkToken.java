package io.guanxi.tenantadmin.link;

import io.guanxi.kernel.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret in a link that is good for one thing; only its digest is stored. */
public record LinkToken(String text) {

    private static final int BYTES = 32;

    /** One that nobody can guess. */
    public static LinkToken random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 in hex: enough for a secret of 256 random bits. */
    public String digest() {
        return Sha256.hex(text);
    }

    /** Nothing of the secret, wherever it is printed. */
    @Override
    public String toString() {
        return "LinkToken";
    }
}
