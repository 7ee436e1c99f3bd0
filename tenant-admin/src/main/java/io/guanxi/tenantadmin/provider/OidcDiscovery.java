package io.guanxi.tenantadmin.provider;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.json.JsonTree;
import jakarta.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A discovery document (OpenID Connect Discovery 1.0, section 3). Its issuer has to be the address it was found under: so a
 * document for the people of many companies, which names no issuer of its own, is refused.
 */
final class OidcDiscovery {

    private static final String SUFFIX = "/.well-known/openid-configuration";
    private static final String BASIC = "client_secret_basic";

    private OidcDiscovery() {}

    /** The address of the document, whether that or the issuer was given. */
    static String address(String given) {
        String text = given.strip();
        if (text.endsWith(SUFFIX)) {
            return text;
        }
        return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + SUFFIX;
    }

    /**
     * @param pointer where the address stands in the input
     * @throws InvalidRecord when it is no document of that address, or names addresses that must not be fetched from
     */
    static ProviderDetails read(String pointer, String address, byte[] document, OutsideAddresses outside) {
        Map<String, Object> members = members(pointer, document);
        String issuer = text(pointer, members, "issuer");
        if (!address(issuer).equals(address)) {
            throw new InvalidRecord(FieldError.of(pointer, "oidc.issuer", issuer));
        }
        ProviderDetails details = new ProviderDetails(
                issuer,
                text(pointer, members, "authorization_endpoint"),
                Optional.of(text(pointer, members, "token_endpoint")),
                Optional.of(text(pointer, members, "jwks_uri")),
                Optional.ofNullable(members.get("userinfo_endpoint")).map(String::valueOf),
                members.get("token_endpoint_auth_methods_supported") instanceof List<?> methods
                        && !methods.contains(BASIC),
                List.of());
        outside.check(pointer, details.signIn());
        details.token().ifPresent(one -> outside.check(pointer, one));
        details.keys().ifPresent(one -> outside.check(pointer, one));
        details.userInfo().ifPresent(one -> outside.check(pointer, one));
        return details;
    }

    /** How many signature keys there are in a set of keys. */
    static int keys(byte[] document) {
        return members("", document).get("keys") instanceof List<?> keys ? keys.size() : 0;
    }

    private static Map<String, Object> members(String pointer, byte[] document) {
        try {
            return JsonTree.readObject(new String(document, StandardCharsets.UTF_8));
        } catch (JsonException | ClassCastException | IllegalStateException none) {
            throw new InvalidRecord(FieldError.of(pointer, "oidc.document"));
        }
    }

    private static String text(String pointer, Map<String, Object> members, String name) {
        if (members.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new InvalidRecord(FieldError.of(pointer, "oidc.member", name));
    }
}
