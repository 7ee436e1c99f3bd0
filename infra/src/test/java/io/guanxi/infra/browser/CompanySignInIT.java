package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.ForeignRealm;
import io.guanxi.infra.system.support.KeycloakAdmin;
import io.guanxi.infra.system.support.NameServer;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People of a company come in by its own identity provider, and it opens nothing that is not the company's. */
@BrowserTest
class CompanySignInIT {

    private static final String PROVIDER = "admin/identity-provider";
    private static final String NOT_INVITED = "nobody was invited here by that address";

    private final Desk desk;
    private final RunningSystem system;
    private final String word = Samples.word();
    private final String alice = "alice@" + word + ".example";

    private Company company;
    private Api owner;
    private ForeignRealm realm;

    CompanySignInIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
    }

    @BeforeEach
    void aCompanyWithADomainAndAnIdentityProvider() {
        company = Newcomers.company(system, "business");
        owner = company.owner();
        String domains = PROVIDER + "/domains";
        try (NameServer names = new NameServer(system)) {
            JsonNode claimed =
                    owner.post(domains, Map.of("domain", word + ".example")).json();
            names.put(
                    claimed.path("recordName").asText(),
                    claimed.path("recordValue").asText());
            owner.post(domains + "/" + word + ".example/verify", "").expect(200);
        }
        realm = new ForeignRealm(system, word)
                .person("alice", alice, true)
                .person("unsure", "unsure@" + word + ".example", false)
                .person("stranger", "stranger@" + word + ".example", true)
                .person("mallory", "owner@acme.example", true)
                .person("oscar", "operator@guanxi.example", true);
        invite(owner, "Alice Zq", alice);
        invite(owner, "Ulla Unsure", "unsure@" + word + ".example");
    }

    @AfterEach
    void theRealmGoes() {
        realm.close();
    }

    @Test
    void somebodyInvitedComesInByOpenIdConnect() {
        useOidc();
        Page page = signIn(alice, "alice");
        assertThat(page.locator("h1")).hasText(company.name());
        Assertions.assertThat(owner.get("admin/people").text()).contains("\"email\":\"" + alice + "\"");
        Assertions.assertThat(status(alice)).isEqualTo("active");
        Assertions.assertThat(owner.get("admin/audit?kind=sessions").text()).contains("Alice Zq", "logged_in");
        page.navigate("/tenant");
        assertThat(page.locator("button[name=tenant]")).hasCount(1);
    }

    @Test
    void somebodyInvitedComesInBySaml() {
        JsonNode known = owner.get(PROVIDER).json();
        realm.saml(
                known.path("serviceEntity").asText(),
                known.path("returnAddress").asText());
        Map<String, Object> input = new HashMap<>(Map.of("protocol", "saml", "version", 0));
        input.put("address", realm.metadata());
        owner.put(PROVIDER, input).expect(200);
        owner.put(PROVIDER + "/active", Map.of("active", true)).expect(200);
        Page page = signIn(alice, "alice");
        assertThat(page.locator("h1")).hasText(company.name());
        isKeptOut(signIn(alice, "mallory"));
    }

    @Test
    void whatAnIdentityProviderSaysOfOthersPeopleOpensNothing() {
        useOidc();
        // An owner of another company, an operator, somebody of the company who was not invited, an unproved address.
        for (String username : new String[] {"mallory", "oscar", "stranger", "unsure"}) {
            isKeptOut(signIn(username.equals("unsure") ? "unsure@" + word + ".example" : alice, username));
        }
        // Who is known at the other company has an identity of their own there: it was not taken over.
        Assertions.assertThat(system.person("owner@acme.example")
                        .get("admin/company")
                        .expect(200)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Acme Trading");
    }

    @Test
    void aPersonOfTwoCompaniesComesIntoOneByItsProvider() {
        Company other = Newcomers.company(system, "business");
        new KeycloakAdmin(system).person("carol@" + word + ".example", company.name());
        invite(owner, "Carol Zq", "carol@" + word + ".example");
        invite(other.owner(), "Carol Zq", "carol@" + word + ".example");
        realm.person("carol", "carol@" + word + ".example", true);
        useOidc();
        Page page = signIn("carol@" + word + ".example", "carol");
        assertThat(page.locator("h1")).hasText(company.name());
        page.navigate("/tenant");
        assertThat(page.locator("button[name=tenant]")).hasCount(1);

        // With the password that is hers, and not the provider's to give, she has both.
        Page own = desk.window("en");
        own.navigate("/app");
        desk.logIn(own, "carol@" + word + ".example", Tokens.DEMO_PASSWORD);
        assertThat(own.locator("button[name=tenant]")).hasCount(2);
    }

    @Test
    void whoIsKeptOutByTheCompanyOrWhoseProviderIsOffStaysOut() {
        useOidc();
        Page page = signIn(alice, "alice");
        assertThat(page.locator("h1")).hasText(company.name());
        owner.put(PROVIDER + "/active", Map.of("active", false)).expect(200);
        page.navigate("/app/accounts");
        page.locator("#again").click();
        assertThat(page).hasURL(Pattern.compile(".*/realms/guanxi/.*"));
        page.locator("#company-signin").click();
        page.locator("#email").fill(alice);
        page.locator("#go").click();
        assertThat(page.locator("#error-email")).containsText("There is no company sign-in");

        owner.put(PROVIDER + "/active", Map.of("active", true)).expect(200);
        owner.patch("admin/people/" + id(alice), Map.of("active", false)).expect(200);
        Page again = signIn(alice, "alice");
        assertThat(again.locator("h1")).hasText("You may not do this");
    }

    @Test
    void whoWantedToSeeAPageSeesItAfterTheSignIn() {
        useOidc();
        Page page = desk.window("en");
        page.navigate("/app/contacts");
        signIn(page, alice, "alice");
        assertThat(page.locator("h1")).hasText("Contacts");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
    }

    private void useOidc() {
        realm.oidc(owner.get(PROVIDER).json().path("returnAddress").asText());
        owner.put(
                        PROVIDER,
                        Map.of(
                                "protocol",
                                "oidc",
                                "address",
                                realm.issuer(),
                                "clientId",
                                ForeignRealm.CLIENT,
                                "clientSecret",
                                ForeignRealm.SECRET,
                                "version",
                                0))
                .expect(200);
        owner.put(PROVIDER + "/active", Map.of("active", true)).expect(200);
    }

    private Page signIn(String email, String username) {
        Page page = desk.window("en");
        page.navigate("/app");
        signIn(page, email, username);
        return page;
    }

    private void signIn(Page page, String email, String username) {
        page.locator("#company-signin").click();
        page.locator("#email").fill(email);
        page.locator("#go").click();
        page.waitForURL(Pattern.compile(".*/realms/" + word + "/.*"));
        desk.logIn(page, username, Tokens.DEMO_PASSWORD);
    }

    private void isKeptOut(Page page) {
        Locator main = page.locator("#main");
        assertThat(main).containsText(Pattern.compile(NOT_INVITED + "|has not verified your address"));
        page.navigate("/app");
        assertThat(page.locator("#password")).isVisible();
        page.context().close();
    }

    private String status(String email) {
        return person(email).path("status").asText();
    }

    private String id(String email) {
        return person(email).path("id").asText();
    }

    private JsonNode person(String email) {
        for (JsonNode person : owner.get("admin/people").expect(200).json().path("items")) {
            if (person.path("email").asText().equals(email)) {
                return person;
            }
        }
        throw new AssertionError(email);
    }

    private static void invite(Api api, String name, String email) {
        api.post("admin/people", Map.of("name", name, "email", email, "role", "MEMBER"))
                .expect(201);
    }
}
