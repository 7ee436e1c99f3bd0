package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Tokens;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BrowserTest
class LogInIT {

    private final Desk desk;
    private final RunningSystem system;

    LogInIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
    }

    @ParameterizedTest
    @CsvSource({
        "owner@acme.example,   en,    Acme Trading, Accounts",
        "sales@acme.example,   en,    Acme Trading, Accounts",
        "owner@globex.example, zh-CN, 环球电子, 客户"
    })
    void everybodyComesToTheirOwnCompanyInTheirLanguage(String email, String language, String company, String list) {
        Page page = desk.window(language);
        page.navigate("/app");
        desk.logIn(page, email, Tokens.DEMO_PASSWORD);
        assertThat(page.locator("h1")).hasText(company);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        page.locator(".gx-rail a[href$='/app/accounts']").click();
        assertThat(page.locator("h1")).hasText(list);
        assertThat(page.locator("#rows tr").first()).isVisible();
    }

    @Test
    void aPersonOfTwoCompaniesChoosesAndSwitches() {
        Page page = desk.window("en");
        page.navigate("/app");
        desk.logIn(page, "both@example.com", Tokens.DEMO_PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*/tenant.*"));
        page.locator("button[name=tenant][value=acme]").click();
        assertThat(page.locator("h1")).hasText("Acme Trading");
        page.locator("a.gx-tenant").click();
        assertThat(page.locator("button[name=tenant][value=acme]")).hasAttribute("aria-current", "true");
        page.locator("button[name=tenant][value=globex]").click();
        assertThat(page.locator("h1")).hasText("环球电子");
    }

    @Test
    void anOperatorComesToTheCompaniesAndNotIntoOne() {
        Page page = desk.window("en");
        page.navigate("/operator");
        desk.logIn(page, "operator@guanxi.example", Tokens.DEMO_PASSWORD);
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Companies").setExact(true)))
                .isVisible();
        assertThat(page.locator("table")).containsText("Acme Trading");
        page.navigate("/operator/tenants?q=globex");
        assertThat(page.locator("table")).containsText("环球电子");
    }

    @Test
    void aPersonOfACompanyIsNoOperator() {
        Page page = desk.of("owner@acme.example");
        page.navigate("/operator/tenants");
        assertThat(page.locator("h1")).hasText("You may not do this");
        assertThat(page.locator("body")).not().containsText("globex");
    }

    @Test
    void aWrongPasswordIsToldWithoutSayingWhichOfTheTwoItWas() {
        Page page = desk.window("en");
        page.navigate("/app");
        desk.logIn(page, "owner@acme.example", "Not-It-2026!");
        Locator message = page.getByRole(AriaRole.ALERT);
        assertThat(message).hasText("E-mail or password is wrong.");
        desk.logIn(page, "nobody@acme.example", "Not-It-2026!");
        assertThat(message).hasText("E-mail or password is wrong.");
        desk.logIn(page, "owner@acme.example", Tokens.DEMO_PASSWORD);
        assertThat(page.locator("h1")).hasText("Acme Trading");
    }

    @Test
    void whoLogsOutHasToGiveThePasswordAgain() {
        Page page = desk.window("en");
        page.navigate("/app/contacts");
        desk.logIn(page, "sales@acme.example", Tokens.DEMO_PASSWORD);
        assertThat(page.locator("h1")).hasText("Contacts");
        page.locator("[popovertarget=menu-user]").click();
        page.locator("#menu-user a[href$='/logout']").click();
        page.waitForURL(Pattern.compile(".*/(app|realms/guanxi|oidc).*"));
        page.navigate("/app/contacts");
        assertThat(page.locator("#password")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/realms/guanxi/.*"));
        page.goBack();
        assertThat(page.locator("#rows")).hasCount(0);
    }

    @Test
    void anAddressFromAMailIsOpenedAfterTheLogIn() {
        Page page = desk.window("en");
        String id = system.partner("acme-partner")
                .get("accounts?limit=1&fields=id,name")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asText();
        page.navigate("/app/accounts/" + id);
        desk.logIn(page, "owner@acme.example", Tokens.DEMO_PASSWORD);
        assertThat(page).hasURL(system.url() + "/app/accounts/" + id);
        assertThat(page.locator("h1")).not().hasText("");
    }
}
