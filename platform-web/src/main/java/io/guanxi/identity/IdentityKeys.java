package io.guanxi.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.time.Duration;

/**
 * The realm's signature keys: cached, refreshed ahead of need, asked for at most so often however many tokens with
 * unknown key ids arrive, and kept through an outage.
 */
@ApplicationScoped
public class IdentityKeys {

    private static final Logger LOG = System.getLogger(IdentityKeys.class.getName());
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Duration REFRESH_AHEAD = Duration.ofMinutes(2);
    private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MIN_INTERVAL = Duration.ofSeconds(20);
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int SIZE_LIMIT_BYTES = 256 * 1024;

    private KeptKeys kept;
    private JWKSource<SecurityContext> source;

    protected IdentityKeys() {}

    @Inject
    public IdentityKeys(IdentitySettings settings) {
        this(settings, MIN_INTERVAL);
    }

    IdentityKeys(IdentitySettings settings, Duration minInterval) {
        try {
            kept = new KeptKeys(
                    new URLBasedJWKSetSource<>(
                            settings.endpoint("certs").toURL(),
                            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, SIZE_LIMIT_BYTES)),
                    settings.keptKeys(),
                    settings.issuer());
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException("guanxi.oidc.issuer is not a web address", malformed);
        }
        source = JWKSourceBuilder.create(kept)
                .cache(LIFETIME.toMillis(), REFRESH_TIMEOUT.toMillis())
                .refreshAheadCache(REFRESH_AHEAD.toMillis(), false)
                .rateLimited(minInterval.toMillis())
                .outageTolerantForever()
                .build();
    }

    /** Whether tokens can be checked now; asks Keycloak only as long as no key set was ever had. */
    public boolean usable() {
        if (kept.held()) {
            return true;
        }
        try {
            kept.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), System.currentTimeMillis(), null);
            return true;
        } catch (KeySourceException away) {
            return false;
        }
    }

    JWKSource<SecurityContext> source() {
        return source;
    }

    @PreDestroy
    void close() {
        if (source instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException failed) {
                LOG.log(Level.DEBUG, "Key source did not close", failed);
            }
        }
    }
}
