package io.guanxi.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Log-in of the pages: OpenID Connect code flow with state, nonce and PKCE.
 *
 * <p>Endpoints follow from the issuer, so that nothing has to be fetched from Keycloak before it is needed.
 */
@ApplicationScoped
public class LogIn {

    static final String CALLBACK = "/oidc/callback";
    /** Where a person lands whose log-in did not come to its end. */
    static final String FAILED = "/signin-failed";

    private static final Logger LOG = System.getLogger(LogIn.class.getName());
    /** All organizations, not only the first one. */
    private static final String SCOPE = "openid organization:*";

    private final SecureRandom random = new SecureRandom();
    private IdentitySettings settings;
    private TokenEndpoint endpoint;
    private SignedTokens idTokens;
    private SessionTrail trail;

    protected LogIn() {}

    @Inject
    public LogIn(IdentitySettings settings, TokenEndpoint endpoint, IdentityKeys keys, SessionTrail trail) {
        this.settings = settings;
        this.trail = trail;
        this.endpoint = endpoint;
        this.idTokens = new SignedTokens(
                keys, JOSEObjectType.JWT, settings.issuer(), settings.clientId(), Set.of("sub", "exp", "iat", "typ"));
    }

    /**
     * Remembers where the person wants to go and gives the address of Keycloak's log-in page.
     *
     * @param target path and query within the product
     * @param hints  what else to tell Keycloak, such as {@code login_hint} for who is about to log in
     */
    String begin(HttpServletRequest request, String target, Map<String, String> hints) {
        String state = secret();
        var pending = new PendingLogIns.PendingLogIn(secret(), secret(), target);
        PendingLogIns.add(request, state, pending);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", settings.publicUrl() + CALLBACK);
        query.put("scope", SCOPE);
        query.put("state", state);
        query.put("nonce", pending.nonce());
        query.put("code_challenge", challenge(pending.verifier()));
        query.put("code_challenge_method", "S256");
        query.putAll(hints);
        return settings.endpoint("auth") + "?" + TokenEndpoint.encode(query);
    }

    /** Keycloak sends the person back: checks everything, starts the session and goes where the person wanted. */
    void finish(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String target = FAILED;
        Optional<PendingLogIns.PendingLogIn> pending = PendingLogIns.take(request, request.getParameter("state"));
        String code = request.getParameter("code");
        String issuer = request.getParameter("iss");
        if (pending.isPresent() && code != null && (issuer == null || issuer.equals(settings.issuer()))) {
            try {
                TokenResponse tokens = endpoint.redeem(
                        code, settings.publicUrl() + CALLBACK, pending.get().verifier());
                SignedIn signedIn = SignedIn.now(verify(tokens, pending.get().nonce()), tokens);
                start(request, signedIn);
                trail.loggedIn(request, signedIn);
                target = pending.get().target();
            } catch (TokenEndpoint.Refused | NotAuthenticated | IdentityUnavailable failed) {
                LOG.log(Level.WARNING, "A log-in did not come to its end: {0}", failed.getMessage());
            }
        }
        response.sendRedirect(settings.publicUrl() + target);
    }

    /** Reads an ID token that came with a log-in or a renewal. */
    VerifiedToken verify(TokenResponse tokens, String nonce) throws NotAuthenticated, IdentityUnavailable {
        if (tokens.idToken() == null) {
            throw new NotAuthenticated(NotAuthenticated.Reason.MISSING);
        }
        JWTClaimsSet claims = idTokens.check(tokens.idToken());
        boolean ours = "ID".equals(claims.getClaim("typ"))
                && settings.clientId().equals(claims.getClaim("azp"))
                && (nonce == null || nonce.equals(claims.getClaim("nonce")));
        if (!ours) {
            throw new NotAuthenticated(NotAuthenticated.Reason.INVALID);
        }
        return VerifiedToken.of(claims);
    }

    /** A new session under a new id: nothing that came before the log-in stays. */
    private static void start(HttpServletRequest request, SignedIn signedIn) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        signedIn.keepIn(request.getSession());
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64URL.encode(bytes).toString();
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64URL.encode(digest).toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
