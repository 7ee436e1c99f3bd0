package io.guanxi.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.Map;

/**
 * Public keys of the realm that outlive both an outage of Keycloak and a restart of the product during it.
 *
 * <p>Each set that Keycloak delivers is written to a file together with the issuer it belongs to; when Keycloak does
 * not answer, the file does. The file holds public keys only.
 */
final class KeptKeys implements JWKSetSource<SecurityContext> {

    private static final Logger LOG = System.getLogger(KeptKeys.class.getName());
    private static final String ISSUER = "issuer";

    private final JWKSetSource<SecurityContext> keycloak;
    private final Path file;
    private final String issuer;
    private volatile String lastWritten = "";
    private volatile boolean held;

    KeptKeys(JWKSetSource<SecurityContext> keycloak, Path file, String issuer) {
        this.keycloak = keycloak;
        this.file = file;
        this.issuer = issuer;
    }

    /** Whether a key set was delivered, by Keycloak or from the file, since the start. */
    boolean held() {
        return held;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        JWKSet keys;
        try {
            keys = keycloak.getJWKSet(refresh, now, context);
            if (keys.isEmpty()) {
                throw new JWKSetUnavailableException("the realm published no keys");
            }
            keep(keys);
        } catch (KeySourceException away) {
            keys = read(away);
        }
        held = true;
        return keys;
    }

    private void keep(JWKSet keys) {
        JWKSet publicKeys = new JWKSet(keys.toPublicJWKSet().getKeys(), Map.of(ISSUER, issuer));
        String json = publicKeys.toString();
        if (json.equals(lastWritten)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "jwks", ".json");
            Files.writeString(fresh, json);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            lastWritten = json;
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "Signature keys cannot be kept in " + file, failed);
        }
    }

    private JWKSet read(KeySourceException away) throws KeySourceException {
        try {
            JWKSet kept = JWKSet.parse(Files.readString(file));
            if (!issuer.equals(kept.getAdditionalMembers().get(ISSUER))) {
                throw away;
            }
            LOG.log(Level.WARNING, "Keycloak does not deliver its keys; the last good ones are used");
            return kept;
        } catch (IOException | ParseException unreadable) {
            away.addSuppressed(unreadable);
            throw away;
        }
    }

    @Override
    public void close() throws IOException {
        keycloak.close();
    }
}
