package io.guanxi.integrations.rest.idempotency;

import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import io.guanxi.kernel.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Tells whether two requests are the same: SHA-256 over address and body. */
public final class Fingerprint {

    private final MessageDigest digest;
    private final DigestInputStream body;
    private String hex;

    private Fingerprint(URI uri, InputStream body) {
        digest = Sha256.begin();
        digest.update(uri.getRawPath().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '?');
        String query = uri.getRawQuery();
        digest.update((query == null ? "" : query).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        this.body = new DigestInputStream(body, digest);
    }

    public static Fingerprint of(URI uri, byte[] body) {
        return new Fingerprint(uri, new java.io.ByteArrayInputStream(body));
    }

    /** Of a body too large to be held: read it through {@link #body()}. */
    public static Fingerprint ofStream(URI uri, InputStream body) {
        return new Fingerprint(uri, body);
    }

    /** Adds what else makes the request what it is; before the body is read. */
    public Fingerprint with(byte[] more) {
        digest.update(more);
        digest.update((byte) '\n');
        return this;
    }

    /** The body; what is read of it here is fingerprinted on the way. */
    public InputStream body() {
        return body;
    }

    /** 64 hex digits; reads what is left of the body. */
    public String hex() {
        if (hex == null) {
            try {
                body.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new ApiProblem(ProblemType.MALFORMED_REQUEST, "body.unreadable").causedBy(e);
            }
            hex = HexFormat.of().formatHex(digest.digest());
        }
        return hex;
    }
}
