package io.guanxi.tenantadmin.provider;

import io.guanxi.kernel.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an identity provider says of itself in its discovery document or metadata.
 *
 * @param entity       what it is called: issuer or entity id
 * @param signIn       where browsers are sent
 * @param token        where Keycloak redeems codes; empty with SAML
 * @param keys         where its signature keys are; empty with SAML
 * @param userInfo     where Keycloak asks for the mail address when the token has none; empty when there is no such place
 * @param isPost       whether browsers bring the request in a form (SAML), or the secret goes in the form (OIDC)
 * @param certificates its signature certificates in base64; none with OIDC
 */
public record ProviderDetails(
        String entity,
        String signIn,
        Optional<String> token,
        Optional<String> keys,
        Optional<String> userInfo,
        boolean isPost,
        List<String> certificates) {

    String write() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("entity", entity);
        members.put("signIn", signIn);
        members.put("token", token.orElse(null));
        members.put("keys", keys.orElse(null));
        members.put("userInfo", userInfo.orElse(null));
        members.put("isPost", isPost);
        members.put("certificates", certificates);
        return JsonTree.write(members);
    }

    static ProviderDetails read(String json) {
        Map<String, Object> members = JsonTree.readObject(json);
        return new ProviderDetails(
                (String) members.get("entity"),
                (String) members.get("signIn"),
                Optional.ofNullable((String) members.get("token")),
                Optional.ofNullable((String) members.get("keys")),
                Optional.ofNullable((String) members.get("userInfo")),
                Boolean.TRUE.equals(members.get("isPost")),
                ((List<?>) members.get("certificates"))
                        .stream().map(String::valueOf).toList());
    }
}
