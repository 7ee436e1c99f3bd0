package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Closing in the browser, and the pages of a company that is read-only. */
@BrowserTest
class ClosingPageIT {

    private final Desk desk;
    private final RunningSystem system;
    private final Company company;

    ClosingPageIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
        company = Newcomers.company(system, "business");
    }

    @Test
    void anOwnerClosesTheCompanyByItsNameAndReopensIt() {
        Page page = desk.of(company.email());
        page.navigate("/app/admin/closing");
        page.locator("#close").click();
        assertThat(page.locator("#error-name")).containsText("not the name");
        assertThat(page.locator("#error-reason")).not().isEmpty();
        page.locator("#reason").fill("We merge with another company");
        page.locator("#name").fill(company.name());
        page.locator("#close").click();
        assertThat(page.locator("[role=status].gx-msg")).containsText("The company is closed");
        assertThat(page.locator("#bar-standing")).containsText("This company is closed");
        assertThat(page.locator("main")).containsText("We merge with another company");
        org.assertj.core.api.Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        page.navigate("/app");
        page.locator("#bar-standing a").click();
        page.locator("#reopen").click();
        assertThat(page.locator("[role=status].gx-msg")).containsText("open again");
        assertThat(page.locator("#bar-standing")).hasCount(0);
    }

    @Test
    void anOperatorTakesAClosingBack() {
        company.owner()
                .post("admin/closing", Map.of("name", company.name(), "reason", "By mistake"))
                .expect(201);
        Page page = desk.of("operator@guanxi.example");
        page.navigate("/operator/tenant?id=" + company.id());
        assertThat(page.locator("#status")).hasText("Closed");
        assertThat(page.locator("#suspend")).hasCount(0);
        page.locator("#reopen").click();
        assertThat(page.locator("#status")).hasText("Active");
        page.locator("#pastDue").click();
        assertThat(page.locator("#status")).hasText("Past due");
        page.locator("#readOnly").click();
        assertThat(page.locator("#status")).hasText("Read-only");
        page.locator("#restore").click();
        assertThat(page.locator("#status")).hasText("Active");
    }

    @Test
    void aReadOnlyCompanyShowsSoAndOffersNothingThatChanges() {
        String account = company.owner()
                .post("accounts", Map.of("name", Samples.word()))
                .expect(201)
                .id();
        Page page = desk.of(company.email());
        page.navigate("/app/accounts/" + account);
        assertThat(page.locator("#bar-standing")).hasCount(0);
        assertThat(page.locator("a[href$='/edit']").first()).isVisible();
        page.navigate("/app/admin/company");
        assertThat(page.locator("main form[method=post] button[type=submit]").first())
                .isEnabled();

        system.database().change("UPDATE tenant SET status = 'READ_ONLY' WHERE id = ?", company.id());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> company.owner().post("tags", Map.of("name", "x")).status() == 403);
        for (String place : List.of(
                "/app", "/app/accounts", "/app/accounts/" + account, "/app/admin/company", "/app/admin/people")) {
            page.navigate(place);
            assertThat(page.locator("#bar-standing")).containsText("Read-only");
            org.assertj.core.api.Assertions.assertThat(Accessibility.findings(page))
                    .as(place)
                    .isEmpty();
        }
        assertThat(page.locator("main form[method=post] button[type=submit]:enabled"))
                .hasCount(0);
        page.navigate("/app/accounts/" + account);
        assertThat(page.locator("a[href$='/edit']")).hasCount(0);
        page.navigate("/app/accounts");
        assertThat(page.locator("a[href$='/accounts/new']")).hasCount(0);
        page.locator("[data-dialog=export]").first().click();
        page.locator("[id='exporting:start']").click();
        page.waitForURL("**/app/jobs/**");
    }
}
