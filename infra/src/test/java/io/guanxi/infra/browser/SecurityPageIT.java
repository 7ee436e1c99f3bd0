package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.Tokens;
import io.guanxi.infra.system.support.Totp;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An admin says what the company asks of a log-in, and people go through it in the browser. */
@BrowserTest
class SecurityPageIT {

    private final Desk desk;
    private final RunningSystem system;
    private final Newcomers.Company company;

    SecurityPageIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
        company = Newcomers.company(system, "business");
    }

    @Test
    void anOwnerSetsUpASecondFactorAsksItOfEverybodyAndChoosesAddresses() {
        Page page = logIn("en", "/app/admin/security");
        page.getByLabel("Let people in with a second factor only").check();
        page.locator("#factorDays").selectOption("0");
        page.locator("#save").click();
        assertThat(page.locator("#error-secondFactor")).containsText("Log in with a second factor yourself first");
        picture(page, "security-refused");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();

        page.locator("#error-secondFactor a").click();
        assertThat(page.locator("h1")).hasText("Second factor");
        picture(page, "second-factor");
        page.locator("#set-up").click();
        page.locator("#password").fill(Tokens.DEMO_PASSWORD);
        page.locator("#kc-login").click();
        Totp app = new Totp(page.locator("[name=totpSecret]").getAttribute("value"));
        picture(page, "second-factor-keycloak");
        page.locator("#totp").fill(app.code(0));
        page.locator("#saveTOTPBtn").click();
        page.locator("#again").click();
        page.locator("#password").fill(Tokens.DEMO_PASSWORD);
        page.locator("#kc-login").click();
        picture(page, "second-factor-code");
        page.locator("#otp").fill(app.code(1));
        page.locator("#kc-login").click();

        assertThat(page).hasURL(Pattern.compile(".*/app/admin/security.*"));
        page.getByLabel("Let people in with a second factor only").check();
        page.locator("#factorDays").selectOption("0");
        page.locator("#idleMinutes").selectOption("30");
        page.locator("#addresses").fill("203.0.113.0/24");
        page.locator("#save").click();
        assertThat(page.locator("#error-addresses")).containsText("Your own address 127.0.0.1");
        assertThat(page.locator("#lockOutMeant")).isVisible();
        page.locator("#addresses").fill("203.0.113.0/24\n127.0.0.0/8");
        page.locator("#save").click();
        assertThat(page.locator("[role=status].gx-msg")).isVisible();
        assertThat(page.locator("#addresses")).hasValue("203.0.113.0/24\n127.0.0.0/8");
        assertThat(page.locator("#factor")).isChecked();
        assertThat(page.locator("#help-factorDays")).containsText("Nobody comes in without one from");
        picture(page, "security");
    }

    @Test
    void somebodyEndsTheSessionOfAnotherBrowserAndItIsToldWhy() {
        Page other = logIn("zh-CN", "/app");
        Page page = logIn("en", "/app/sessions");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Chrome"))
                .filter(new Locator.FilterOptions().setHasNotText("This one"));
        assertThat(row).hasCount(1);
        picture(page, "sessions");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        row.locator("button").click();
        assertThat(page.locator("[role=status].gx-msg")).isVisible();
        assertThat(page.locator("tbody tr")).hasCount(1);
        other.navigate("/app/accounts");
        assertThat(other.locator("h1")).hasText("请重新登录");
        picture(other, "signin-again-zh");
        other.locator("#again").click();
        desk.logIn(other, company.email(), Tokens.DEMO_PASSWORD);
        assertThat(other).hasURL(Pattern.compile(".*/app/accounts"));
    }

    @Test
    void anAdminEndsTheSessionsOfSomebodyFromTheListOfPeople() {
        String email = Samples.word() + "@person.example";
        Newcomers.person(system, company, email, "MEMBER");
        Page person = desk.window(desk.phone("en"));
        person.navigate("/app/sessions");
        desk.logIn(person, email, Tokens.DEMO_PASSWORD);
        assertThat(person.locator("h1")).hasText("Sessions and devices");
        picture(person, "sessions-phone");
        Page page = logIn("en", "/app/admin/people");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Petra Person"));
        row.locator("button[popovertarget]").click();
        row.getByText("Sessions").click();
        assertThat(page.locator("h1")).hasText("Sessions of Petra Person");
        assertThat(page.locator("tbody tr")).hasCount(1);
        picture(page, "person-sessions");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        page.locator("[id='sessions:all']").click();
        assertThat(page.locator("main")).containsText("Not logged in anywhere.");
        person.navigate("/app");
        assertThat(person.locator("h1")).hasText("Log in again");
        picture(person, "signin-again-phone");
    }

    private Page logIn(String language, String address) {
        Page page = desk.window(language);
        page.navigate(address);
        desk.logIn(page, company.email(), Tokens.DEMO_PASSWORD);
        page.waitForURL(url -> url.startsWith(system.url() + address));
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Desk.pictures("screenshots").resolve(name + ".png")));
    }
}
