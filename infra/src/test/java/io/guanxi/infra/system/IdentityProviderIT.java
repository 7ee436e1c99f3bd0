package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.ForeignRealm;
import io.guanxi.infra.system.support.NameServer;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A company proves its mail domains and sets its identity provider up. */
@SystemTest
class IdentityProviderIT {

    private static final String PROVIDER = "admin/identity-provider";
    private static final String DOMAINS = PROVIDER + "/domains";

    private final RunningSystem system;
    private final String word = Samples.word();

    IdentityProviderIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void aDomainIsACompanysWhenItsNameServiceSaysSo() {
        Api owner = Newcomers.company(system, "business").owner();
        String domain = word + ".example";
        JsonNode claimed = owner.post(DOMAINS, Map.of("domain", " @" + domain.toUpperCase(Locale.ROOT)))
                .expect(201)
                .json();
        assertThat(claimed.path("domain").asText()).isEqualTo(domain);
        assertThat(claimed.path("verifiedAt").isNull()).isTrue();
        try (NameServer names = new NameServer(system)) {
            assertThat(verify(owner, domain)).containsExactly("/domain domain.unproved");
            names.put(claimed.path("recordName").asText(), "guanxi-verification=somebody-else");
            assertThat(verify(owner, domain)).containsExactly("/domain domain.unproved");
            names.put(
                    claimed.path("recordName").asText(),
                    claimed.path("recordValue").asText());
            assertThat(verify(owner, domain)).isEmpty();
        }
        assertThat(verify(owner, domain)).containsExactly("/domain domain.unanswered");
        assertThat(owner.get(DOMAINS).json().at("/items/0/verifiedAt").isNull()).isFalse();
        owner.delete(DOMAINS + "/" + domain).expect(204);
        owner.delete(DOMAINS + "/" + domain).expect(404);
    }

    @Test
    void aDomainIsOneCompanysAsLongAsItProvesIt() {
        Api first = Newcomers.company(system, "business").owner();
        Api second = Newcomers.company(system, "business").owner();
        String domain = word + ".example";
        try (NameServer names = new NameServer(system)) {
            JsonNode ofFirst = first.post(DOMAINS, Map.of("domain", domain)).json();
            JsonNode ofSecond = second.post(DOMAINS, Map.of("domain", domain)).json();
            assertThat(ofFirst.path("recordValue")).isNotEqualTo(ofSecond.path("recordValue"));
            names.put(
                    ofFirst.path("recordName").asText(),
                    ofFirst.path("recordValue").asText());
            assertThat(verify(first, domain)).isEmpty();
            // The proof of one company is none for another.
            assertThat(verify(second, domain)).containsExactly("/domain domain.unproved");
            names.put(
                    ofSecond.path("recordName").asText(),
                    ofFirst.path("recordValue").asText(),
                    ofSecond.path("recordValue").asText());
            assertThat(verify(second, domain)).containsExactly("/domain domain.taken");
            names.put(
                    ofSecond.path("recordName").asText(),
                    ofSecond.path("recordValue").asText());
            assertThat(verify(second, domain)).isEmpty();
        }
        assertThat(first.get(DOMAINS).json().at("/items/0/verifiedAt").isNull()).isTrue();
        assertThat(second.get(DOMAINS).json().at("/items/0/verifiedAt").isNull())
                .isFalse();
    }

    @Test
    void nobodyClaimsWhereAnybodyGetsAnAddress() {
        Api owner = system.person("owner@acme.example");
        for (String domain : new String[] {"gmail.com", "QQ.com", "163.com", "vip.163.com"}) {
            assertThat(owner.post(DOMAINS, Map.of("domain", domain)).expect(422).errors())
                    .containsExactly("/domain domain.public");
        }
        for (String domain : new String[] {"example", "a b.example", "acme.invalid", "10.0.0.1", "-a.example"}) {
            assertThat(owner.post(DOMAINS, Map.of("domain", domain)).expect(422).errors())
                    .as(domain)
                    .containsExactly("/domain domain.invalid");
        }
    }

    @Test
    void theSecretGoesInAndNeverComesOut() throws IOException {
        Company company = Newcomers.company(system, "business");
        Api owner = company.owner();
        JsonNode before = owner.get(PROVIDER).expect(200).json();
        assertThat(before.has("protocol")).isFalse();
        String secret = "never-" + word + "-told";
        try (ForeignRealm realm = new ForeignRealm(system, word)) {
            realm.oidc(before.path("returnAddress").asText());
            JsonNode made = owner.put(PROVIDER, oidc(realm.issuer(), secret, 0))
                    .expect(200)
                    .json();
            assertThat(made.path("entity").asText()).isEqualTo(realm.issuer());
            assertThat(made.path("active").asBoolean()).isFalse();
            assertThat(made.has("clientSecret")).isFalse();

            // Without it the one that is there stays, as long as it goes to the same place.
            owner.put(PROVIDER, oidc(realm.issuer(), null, 1)).expect(200);
            owner.put(PROVIDER, oidc(realm.issuer(), secret, 1)).expect(412);
            Map<String, Object> other = oidc(realm.issuer(), null, 2);
            other.put("clientId", "another");
            assertThat(owner.put(PROVIDER, other).expect(422).errors())
                    .containsExactly("/clientSecret provider.secret");
            assertThat(owner.put(PROVIDER + "/active", Map.of("active", true))
                            .expect(422)
                            .errors())
                    .containsExactly("/active provider.domain");
            assertThat(owner.post(PROVIDER + "/test", "").expect(200).json().findValuesAsText("code"))
                    .containsExactly("reached", "same", "keys", "domains", "active");
        }
        String audit = owner.get("admin/audit?kind=security").expect(200).text();
        assertThat(audit).contains("clientSecret").doesNotContain(secret);
        assertThat(Files.readString(system.home().log("payara"), StandardCharsets.UTF_8))
                .doesNotContain(secret);
        owner.delete(PROVIDER).expect(204);
        assertThat(owner.get(PROVIDER).json().has("protocol")).isFalse();
    }

    @Test
    void whatIsNoProviderIsRefusedWithTheReason() {
        Api owner = Newcomers.company(system, "business").owner();
        Map<String, String> reasons = Map.of(
                "file:///etc/passwd",
                "outside.invalid",
                "ftp://127.0.0.1/x",
                "outside.https",
                "http://user:password@127.0.0.1/x",
                "outside.invalid",
                "http://no-such-host.invalid",
                "outside.unknown",
                system.url() + "/app",
                "outside.answer",
                system.keycloakUrl().replace("localhost", "127.0.0.1") + "/realms/master",
                "oidc.issuer");
        reasons.forEach((address, reason) -> assertThat(
                        owner.put(PROVIDER, oidc(address, "x", 0)).expect(422).errors())
                .as(address)
                .containsExactly("/address " + reason));
        Map<String, Object> saml = new HashMap<>(Map.of("protocol", "saml", "version", 0));
        assertThat(owner.put(PROVIDER, saml).expect(422).errors()).containsExactly("/metadata saml.none");
        saml.put("metadata", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>");
        assertThat(owner.put(PROVIDER, saml).expect(422).errors()).containsExactly("/metadata saml.document");
    }

    @Test
    void onlyAdminsSeeAndChangeIt() {
        Api sales = system.person("sales@acme.example");
        sales.get(PROVIDER).expect(403);
        sales.get(DOMAINS).expect(403);
        sales.put(PROVIDER, Map.of("protocol", "oidc", "version", 0)).expect(403);
        sales.post(DOMAINS, Map.of("domain", word + ".example")).expect(403);
        sales.put(PROVIDER + "/active", Map.of("active", true)).expect(403);
        sales.post(PROVIDER + "/test", "").expect(403);
        sales.delete(PROVIDER).expect(403);
    }

    private static List<String> verify(Api owner, String domain) {
        var answer = owner.post(DOMAINS + "/" + domain + "/verify", "");
        return answer.status() == 200 ? List.of() : answer.expect(422).errors();
    }

    static Map<String, Object> oidc(String issuer, String secret, long version) {
        Map<String, Object> input = new HashMap<>();
        input.put("protocol", "oidc");
        input.put("address", issuer);
        input.put("clientId", ForeignRealm.CLIENT);
        input.put("clientSecret", secret);
        input.put("version", version);
        return input;
    }
}
