package io.guanxi.infra.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealmTemplateTest {

    private static final Map<String, String> VALUES = Map.of(
            "publicUrl", "https://crm.example",
            "signup", "true",
            "webClientSecret", "web \"quoted\" $1",
            "adminClientSecret", "admin");

    @Test
    void placesAreFilledWhereverTheyStand() throws IOException {
        ObjectNode realm = RealmTemplate.parse("""
                        {"clients": [{"secret": "${webClientSecret}", "redirectUris": ["${publicUrl}/callback"]}],
                         "enabled": true}
                        """).filled(VALUES);
        assertThat(realm.at("/clients/0/secret").asText()).isEqualTo("web \"quoted\" $1");
        assertThat(realm.at("/clients/0/redirectUris/0").asText()).isEqualTo("https://crm.example/callback");
        assertThat(realm.at("/enabled").isBoolean()).isTrue();
    }

    @Test
    void keycloaksOwnPlacesAreLeftToIt() throws IOException {
        ObjectNode realm = RealmTemplate.parse("{\"name\": \"${role_admin}\"}").filled(VALUES);
        assertThat(realm.at("/name").asText()).isEqualTo("${role_admin}");
    }

    @Test
    void aPlaceWithoutAValueIsAnError() throws IOException {
        RealmTemplate template = RealmTemplate.parse("{\"url\": \"${publicUrl}\"}");
        assertThatThrownBy(() -> template.filled(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDemonstrationIsAppendedToWhatTheRealmHas() throws IOException {
        RealmTemplate base = RealmTemplate.parse("{\"clients\": [{\"clientId\": \"a\"}]}");
        ObjectNode overlay = (ObjectNode) new ObjectMapper()
                .readTree("{\"clients\": [{\"clientId\": \"b\"}], \"users\": [{\"username\": \"u\"}]}");
        ObjectNode realm = base.with(overlay).filled(VALUES);
        assertThat(realm.path("clients").findValuesAsText("clientId")).containsExactly("a", "b");
        assertThat(realm.path("users")).hasSize(1);
    }

    @Test
    void theProductsRealmHasNobodyInItUnlessItIsTheDemonstration() throws IOException {
        assertThat(RealmTemplate.load(false).filled(VALUES).path("users").findValuesAsText("email"))
                .isEmpty();
    }

    @Test
    void noPlaceOfOursIsLeftInTheProductsRealm() throws IOException {
        assertThat(RealmTemplate.load(true).filled(VALUES).toString()).doesNotContain("${publicUrl", "ClientSecret}");
    }
}
