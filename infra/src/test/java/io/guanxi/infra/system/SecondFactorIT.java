package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.KeycloakAdmin;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Tokens;
import io.guanxi.infra.system.support.Totp;
import io.guanxi.infra.system.support.Visit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A second factor is set up at Keycloak, asked for by the product, and reset by an admin. */
@SystemTest
class SecondFactorIT {

    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    private final RunningSystem system;
    private final Newcomers.Company company;
    private final String email = Samples.word() + "@person.example";
    private final String subject;

    SecondFactorIT(RunningSystem system) {
        this.system = system;
        company = Newcomers.company(system, "business");
        company.owner().get("sessions").expect(200);
        subject = Newcomers.person(system, company, email, "MEMBER");
    }

    @Test
    void whoAsksOthersForASecondFactorHasShownTheirOwn() {
        assertThat(ask(company.owner(), 0).expectProblem(422, "invalid-record").errors())
                .containsExactly("/secondFactor security.ownFactor");
        company.owner().get("accounts?limit=1").expect(200);
    }

    @Test
    void somebodyWithoutOneIsLedToSetItUpAndComesInWithIt() {
        Visit browser = system.logIn(email);
        Api program = system.person(email);
        program.get("accounts?limit=1").expect(200);
        assertThat(browser.get("/app").status()).isEqualTo(200);
        require(0);

        await().untilAsserted(() -> program.get("accounts?limit=1").expectProblem(401, "second-factor-required"));
        assertThat(program.get("accounts?limit=1").header("WWW-Authenticate"))
                .contains("insufficient_user_authentication");
        Answer led = browser.get("/app").expect(303);
        assertThat(led.header("Location")).contains("/second-factor?next=%2Fapp");
        assertThat(browser.follow(led).text()).contains("Set one up now").doesNotContain("id=\"later\"");

        Totp app = setUp(browser);
        assertThat(browser.follow("/app").text()).contains("Log in once more");
        Answer home = logInWith(browser, app, "/app/accounts");
        assertThat(home.expect(200).response().uri().getPath()).isEqualTo("/app/accounts");
        assertThat(browser.get("/app").status()).isEqualTo(200);
    }

    @Test
    void aPasswordAloneBringsNobodyBackAfterThat() {
        setUp(system.logIn(email));
        require(0);
        Visit other = new Visit(system.url());
        Answer form = other.follow("/app");
        Answer code = other.logIn(form, email, Tokens.DEMO_PASSWORD);
        assertThat(code.expect(200).text()).contains("name=\"otp\"");
    }

    @Test
    void itMayBePutOffUntilTheTimeIsOver() {
        require(7);
        Visit browser = system.logIn(email);
        Answer led = browser.get("/app").expect(303);
        assertThat(browser.follow(led).text()).contains("id=\"later\"", "From ");
        system.person(email).get("accounts?limit=1").expect(200);
        browser.post("/second-factor", Map.of("next", "/app")).expect(303);
        assertThat(browser.get("/app").status()).isEqualTo(200);
        system.database()
                .change(
                        "UPDATE security_policy SET factor_since = factor_since - INTERVAL 8 DAY WHERE tenant_id = ?",
                        company.id());
        await().untilAsserted(
                        () -> assertThat(browser.get("/app").header("Location")).contains("/second-factor"));
        assertThat(browser.follow("/app").text()).doesNotContain("id=\"later\"");
    }

    @Test
    void whereNobodyAsksForOneThePasswordWillDo() {
        assertThat(system.logIn(email).get("/app").status()).isEqualTo(200);
    }

    @Test
    void anAdminResetsItAndThePersonSetsUpANewOne() {
        Visit browser = system.logIn(email);
        setUp(browser);
        assertThat(new KeycloakAdmin(system).credentials(subject)).contains("otp");
        String person = company.owner()
                .get("admin/people")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("id")
                .get(1);
        company.owner().delete("admin/people/" + person + "/second-factor").expect(204);
        assertThat(new KeycloakAdmin(system).credentials(subject)).containsExactly("password");
        assertThat(browser.get("/app").header("Location")).contains("/signin-again");
        Visit next = new Visit(system.url());
        Answer setUp = next.logIn(next.follow("/app"), email, Tokens.DEMO_PASSWORD);
        assertThat(next.follow(setUp).text()).contains("name=\"totpSecret\"");
        assertThat(company.owner()
                        .get("admin/audit?kind=security")
                        .expect(200)
                        .json()
                        .at("/items/0")
                        .toString())
                .contains("removed", "Petra Person");
    }

    @Test
    void theSecondFactorOfWhoWorksForAnotherCompanyTooIsNotReset() {
        Newcomers.Company other = Newcomers.company(system, "business");
        new KeycloakAdmin(system).join(other.name(), subject);
        String person = company.owner()
                .get("admin/people")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("id")
                .get(1);
        company.owner().delete("admin/people/" + person + "/second-factor").expectProblem(409, "rule-broken");
        other.owner().delete("admin/people/" + person + "/second-factor").expectProblem(404, "not-found");
    }

    /** Asked in the database, for a company whose owner has no second factor to ask with. */
    private void require(int days) {
        company.owner()
                .request("PUT", "admin/security")
                .header("If-Match", "*")
                .json(Map.of())
                .send()
                .expect(200);
        system.database()
                .change(
                        "UPDATE security_policy SET factor_since = UTC_TIMESTAMP(6), factor_days = ? WHERE tenant_id = ?",
                        days,
                        company.id());
    }

    private static Answer ask(Api admin, int days) {
        return admin.request("PUT", "admin/security")
                .header("If-Match", "*")
                .json(Map.of("secondFactor", true, "secondFactorDays", days))
                .send();
    }

    /** Goes through Keycloak's own page. */
    private Totp setUp(Visit browser) {
        Answer form = browser.follow("/signin?factor=true&next=/second-factor");
        Answer page = browser.follow(browser.logIn(form, email, Tokens.DEMO_PASSWORD));
        Totp app = new Totp(first(SECRET, page));
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("totp", app.code(0));
        filled.put("totpSecret", app.secret());
        filled.put("userLabel", "Phone");
        browser.follow(browser.post(first(ACTION, page).replace("&amp;", "&"), filled))
                .expect(200);
        return app;
    }

    private Answer logInWith(Visit browser, Totp app, String next) {
        Answer form = browser.follow("/signin?again=true&next=" + next);
        Answer code = browser.logIn(form, email, Tokens.DEMO_PASSWORD);
        return browser.follow(
                browser.post(first(ACTION, code.expect(200)).replace("&amp;", "&"), Map.of("otp", app.code(1))));
    }

    private static String first(Pattern pattern, Answer page) {
        Matcher matcher = pattern.matcher(page.text());
        assertThat(matcher.find()).as(page.toString()).isTrue();
        return matcher.group(1);
    }
}
