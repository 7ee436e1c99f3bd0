package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.guanxi.infra.system.support.Mailbox;
import io.guanxi.infra.system.support.NewCompany;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A company signs itself up in a browser, as somebody does who has never seen the product. */
@BrowserTest
class SignUpPageIT {

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private final Desk desk;
    private final RunningSystem system;
    private final String word = Samples.word();

    SignUpPageIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
    }

    @BeforeEach
    void nobodyHasAskedYet() {
        system.database().change("DELETE FROM sign_up_attempt");
    }

    @ParameterizedTest
    @CsvSource({
        "en,    Zq Trading, Start free, Europe/Berlin, First steps, Harbour Coffee Roasters",
        "zh-CN, 星辰贸易,     免费开始,    Europe/Berlin, 开始使用,     海港咖啡烘焙有限公司"
    })
    void fromTheLogInPageToASampleFilledCompanyInTwoMinutes(
            String language, String company, String start, String zone, String steps, String sample) {
        String email = word + "@newcomer.example";
        Page page = desk.window(language);
        long begun = System.nanoTime();
        page.navigate("/app");
        page.locator("#start-free").click();
        assertThat(page.locator("h1")).hasText(start);
        page.locator("#email").fill(email);
        page.locator("#send").click();
        page.waitForURL("**/signup/sent");
        page.navigate(new Mailbox(system, email).await(1).get(0).link());
        page.locator("#name").fill(company + " " + word);
        page.locator("#password").fill(Tokens.DEMO_PASSWORD);
        page.locator("#accepted").check();
        assertThat(page.locator("#slug")).hasValue(Pattern.compile(".*" + word));
        assertThat(page.locator("#zone")).hasValue(zone);
        page.locator("#create").click();
        page.locator("#enter").click();
        assertThat(page.locator("#username")).hasValue(email);
        page.locator("#password").fill(Tokens.DEMO_PASSWORD);
        page.locator("#kc-login").click();
        assertThat(page.locator("h1")).hasText(company + " " + word);
        assertThat(page.locator("#first-steps h2")).hasText(steps);
        assertThat(page.locator("main")).containsText(sample);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println(
                "SIGN-UP " + language + ": " + taken.toMillis() + " ms from the log-in page to the home page");
        org.assertj.core.api.Assertions.assertThat(taken).isLessThan(TWO_MINUTES);
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    @Test
    void theCountryProposesCurrencyAndZone() {
        NewCompany company = new NewCompany(system, word + "@newcomer.example").receive();
        Page page = desk.window("ja-JP");
        page.navigate(company.link());
        assertThat(page.locator("#country")).hasValue("JP");
        assertThat(page.locator("#currency")).hasValue("JPY");
        page.locator("#country").selectOption("BR");
        assertThat(page.locator("#currency")).hasValue("BRL");
        assertThat(page.locator("#zone")).hasValue("America/Sao_Paulo");
        page.locator("#currency").selectOption("USD");
        page.locator("#country").selectOption("DE");
        assertThat(page.locator("#currency")).hasValue("USD");
    }

    @Test
    void theFirstStepsAreTickedWhenTheyAreDoneAndCanBeHidden() {
        NewCompany company =
                new NewCompany(system, word + "@newcomer.example").receive().complete(Map.of("slug", word));
        Page page = desk.window(desk.phone("en"));
        page.navigate("/app");
        desk.logIn(page, company.email(), Tokens.DEMO_PASSWORD);
        assertThat(page.locator("[data-step=record]")).hasAttribute("data-done", "false");
        page.locator("[data-step=record] a").click();
        page.locator("[id='form:name']").fill("Zq " + word);
        page.locator("[id='form:save']").click();
        page.waitForURL(Pattern.compile(".*/app/accounts/[0-9A-Z]{13}.*"));
        page.navigate("/app");
        assertThat(page.locator("[data-step=record]")).hasAttribute("data-done", "true");
        assertThat(page.locator("[data-step=import]")).hasAttribute("data-done", "false");
        page.locator("[data-step=invite] a").click();
        page.locator("#email").fill(word + "@colleague.example");
        page.locator("#name").fill("Cleo Zq");
        page.locator("#send").click();
        page.locator("[role=status].gx-msg").waitFor();
        page.navigate("/app");
        assertThat(page.locator("[data-step=invite]")).hasAttribute("data-done", "true");
        page.locator("#end-steps").click();
        assertThat(page.locator("#first-steps")).hasCount(0);
        page.locator("#remove-samples").click();
        assertThat(page.locator("[role=status].gx-msg")).containsText("sample records were removed");
        assertThat(page.locator("#samples")).hasCount(0);
        page.navigate("/app/accounts");
        Locator rows = page.locator("#rows tr");
        assertThat(rows).hasCount(1);
        assertThat(rows.first()).containsText(word);
    }

    @Test
    void theWayToACompanyKeepsNobodyOutAndHasNoForeignWord() {
        NewCompany company = new NewCompany(system, word + "@newcomer.example").receive();
        List<String> places = List.of(
                "/signup", "/signup/sent", company.link(), company.link() + "x", "/legal/terms", "/legal/privacy");
        ForeignWords words = new ForeignWords(system.partner("globex-partner"));
        List<String> findings = new ArrayList<>();
        List<Page> windows = List.of(
                desk.window("zh-CN"),
                desk.window(desk.phone("en")),
                desk.window(desk.options("en").setColorScheme(ColorScheme.DARK)));
        for (Page page : windows) {
            for (String place : places) {
                page.navigate(place);
                findings.addAll(Accessibility.findings(page));
                boolean wide = (Boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
                if (wide) {
                    findings.add(place + " is wider than the window");
                }
            }
            page.navigate("/signup");
            page.locator("#send").click();
            page.locator(".gx-err").first().waitFor();
            findings.addAll(Accessibility.findings(page));
            page.navigate(company.link());
            page.locator("#create").click();
            page.locator(".gx-err").first().waitFor();
            findings.addAll(Accessibility.findings(page));
        }
        Page chinese = windows.get(0);
        for (String place : places) {
            chinese.navigate(place);
            words.on(chinese).forEach(found -> findings.add(place + " says " + found));
        }
        org.assertj.core.api.Assertions.assertThat(findings).isEmpty();
    }
}
