package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The console of those who run the product. */
@BrowserTest
class OperatorPageIT {

    private static final String OPERATOR = "operator@guanxi.example";

    private final Desk desk;
    private final RunningSystem system;

    OperatorPageIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
    }

    @Test
    void anOperatorSuspendsACompanyAndRestoresIt() {
        Company company = Newcomers.company(system, "business");
        company.owner().get("accounts").expect(200);
        Page page = open(company);
        page.locator("#suspend").click();
        assertThat(page.locator("#status")).hasText("Suspended");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> company.owner().get("accounts").status() == 403);
        page.locator("#restore").click();
        assertThat(page.locator("#status")).hasText("Active");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> company.owner().get("accounts").status() == 200);
        Page own = desk.of(company.email());
        own.navigate("/app/admin/support");
        assertThat(own.locator("table")).containsText("Company suspended");
        assertThat(own.locator("table")).containsText(OPERATOR);
    }

    @Test
    void anOperatorChangesPlanAndLimits() {
        Company company = Newcomers.company(system, "business");
        Page page = open(company);
        page.locator("#plan").selectOption("team");
        page.locator("#takePlan").click();
        assertThat(page.locator("[role=status].gx-msg")).containsText("The plan is changed");
        page.locator("#limit").selectOption("records");
        page.locator("#most").fill("7777");
        page.locator("#agree").click();
        Locator records = page.locator(
                "section[aria-labelledby=limits-title] tr", new Page.LocatorOptions().setHasText("Records"));
        assertThat(records).containsText("7,777");
        assertThat(records).containsText("Agreed");
        records.getByText("As the plan").click();
        assertThat(records).containsText("100,000");
        page.locator("#most").fill("many");
        page.locator("#agree").click();
        assertThat(page.locator("#error-most")).not().isEmpty();
    }

    @Test
    void aTrialIsExtended() {
        Company company = Newcomers.company(system, "business");
        system.database()
                .change(
                        "UPDATE subscription SET status = 'TRIAL', trial_ends_at = '2020-01-01' WHERE tenant_id = ?",
                        company.id());
        Page page = open(company);
        page.locator("#trialEnd").fill("2020-02-01");
        page.locator("#extend").click();
        assertThat(page.locator("[role=alert].gx-msg")).containsText("past");
        LocalDate end = LocalDate.now(ZoneOffset.UTC).plusDays(100);
        page.locator("#trialEnd").fill(end.toString());
        page.locator("#extend").click();
        assertThat(page.locator("[role=status].gx-msg")).containsText("extended");
        assertThat(page.locator("dl")).containsText("Business, trial until");
        assertThat(page.locator("#trialEnd")).hasValue(end.toString());
    }

    @Test
    void anAnnouncementIsShownInTheReadersLanguageAndPutAway() {
        Company company = Newcomers.company(system, "business");
        String word = Samples.word();
        Page page = desk.of(OPERATOR);
        page.navigate("/operator/announcements");
        page.locator("#send").click();
        assertThat(page.locator("#error-textEn")).not().isEmpty();
        page.locator("#textEn").fill("Maintenance " + word);
        page.locator("#textZh").fill("维护 " + word);
        page.locator("#company").fill(company.slug());
        page.locator("#send").click();
        assertThat(page.locator("table")).containsText(word);
        Page own = desk.of(company.email());
        own.navigate("/app");
        Locator bar = own.locator(".gx-notice", new Page.LocatorOptions().setHasText(word));
        assertThat(bar).containsText("Maintenance");
        own.locator("[popovertarget=menu-user]").click();
        own.locator("[data-language='zh-CN']").click();
        assertThat(bar).containsText("维护");
        bar.locator("[data-dismiss]").click();
        assertThat(bar).hasCount(0);
        own.navigate("/app/accounts");
        assertThat(own.locator("h1").first()).isVisible();
        assertThat(bar).hasCount(0);
        page.locator("tr", new Page.LocatorOptions().setHasText(word))
                .getByText("Withdraw")
                .click();
        assertThat(page.locator("body")).not().containsText("Maintenance " + word);
    }

    @Test
    void supportIsLetInSeenWhileItLastsAndShutOut() {
        Company company = Newcomers.company(system, "business");
        Page own = desk.of(company.email());
        own.navigate("/app/admin/support");
        own.locator("#grant").click();
        assertThat(own.locator("#error-reason")).not().isEmpty();
        own.locator("#reason").fill("Import fails");
        own.locator("#grant").click();
        assertThat(own.locator("#bar-support")).containsText("Olga Owner has let it in");
        // Coming in and leaving end the session.
        Page page = open(company, desk.anew(OPERATOR));
        page.locator("#enter").click();
        assertThat(page.locator("#bar-support")).containsText("You are here as support");
        page.navigate("/app/accounts/new");
        page.locator("[id='form:name']").fill("Made by support");
        page.locator("[id='form:save']").click();
        assertThat(page.locator("h1").first()).containsText("Made by support");
        assertThat(page.locator("main")).containsText(OPERATOR + " (for Olga Owner)");
        for (String closed : List.of("people", "roles", "company", "partners", "support", "usage", "export")) {
            Assertions.assertThat(page.navigate("/app/admin/" + closed).status())
                    .as(closed)
                    .isEqualTo(403);
        }
        page.navigate("/app");
        page.locator("#bar-support button").click();
        assertThat(page.locator("h1")).hasText("Companies");
        own.navigate("/app/admin/support");
        assertThat(own.locator("table")).containsText("Support came in");
        assertThat(own.locator("table")).containsText("Support left");
        own.locator("#end").click();
        assertThat(own.locator("#bar-support")).hasCount(0);
    }

    private Page open(Company company) {
        return open(company, desk.of(OPERATOR));
    }

    private static Page open(Company company, Page page) {
        page.navigate("/operator/tenants?q=" + company.slug());
        page.locator("table a").click();
        assertThat(page.locator("h1")).hasText(company.name());
        return page;
    }
}
