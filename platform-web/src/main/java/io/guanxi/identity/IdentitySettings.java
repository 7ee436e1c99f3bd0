package io.guanxi.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where Keycloak is and what this product is called there. */
@ApplicationScoped
public class IdentitySettings {

    private String issuer;
    private String clientId;
    private String clientSecret;
    private String publicUrl;
    private Path home;

    protected IdentitySettings() {}

    /**
     * @param issuer       issuer of the realm, {@code <keycloak>/realms/guanxi}: compared with tokens letter by letter
     * @param clientId     the confidential client the pages log in with
     * @param clientSecret its secret
     * @param publicUrl    address people see in their browser
     * @param home         directory of the product's state; the last good keys are kept in its {@code run}
     */
    @Inject
    public IdentitySettings(
            @ConfigProperty(name = "guanxi.oidc.issuer") String issuer,
            @ConfigProperty(name = "guanxi.oidc.client.id", defaultValue = "guanxi-web") String clientId,
            @ConfigProperty(name = "guanxi.oidc.client.secret") String clientSecret,
            @ConfigProperty(name = "guanxi.public.url") String publicUrl,
            @ConfigProperty(name = "guanxi.home") String home) {
        this.issuer = withoutSlash(issuer);
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.publicUrl = withoutSlash(publicUrl);
        this.home = Path.of(home);
    }

    public String issuer() {
        return issuer;
    }

    public String clientId() {
        return clientId;
    }

    public String clientSecret() {
        return clientSecret;
    }

    /** Without a slash at its end. */
    public String publicUrl() {
        return publicUrl;
    }

    /** Scheme, host and port of the public address, as a browser sends it in {@code Origin}. */
    public String origin() {
        URI uri = URI.create(publicUrl);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    public boolean overTls() {
        return publicUrl.startsWith("https:");
    }

    /** One of Keycloak's OpenID Connect end points of the realm: {@code auth}, {@code token}, {@code certs}, {@code logout}. */
    public URI endpoint(String name) {
        return URI.create(issuer + "/protocol/openid-connect/" + name);
    }

    public Path keptKeys() {
        return home.resolve("run").resolve("jwks.json");
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
