package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A role is made in the browser, and the person who has it meets it everywhere. */
@BrowserTest
class RolesPageIT {

    private static final String EMAIL = "guest@acme.example";

    private final RunningSystem system;
    private final Desk desk;
    private final Api owner;
    private final Api guest;
    private final Page page;
    private final String word = Samples.word();
    private final String person;

    RolesPageIT(Desk desk, RunningSystem system) {
        this.system = system;
        this.desk = desk;
        owner = system.person("owner@acme.example");
        guest = Newcomers.person(system, 4714, "Gwen Guest", EMAIL, "MEMBER");
        guest.get("accounts?limit=1").expect(200);
        page = desk.of("owner@acme.example");
        person = owner.all("admin/people").stream()
                .filter(one -> one.path("email").asText().equals(EMAIL))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    @AfterEach
    void putBack() {
        owner.patch("admin/people/" + person, Map.of("role", "MEMBER")).expect(200);
    }

    @Test
    void aRoleThatHidesAFieldAndSeesOwnRecordsIsMadeAndActs() {
        String theirs = owner.post(
                        "accounts",
                        Map.of(
                                "name",
                                "Theirs " + word,
                                "annualRevenue",
                                Map.of("amount", "7654321.00", "currency", "USD")))
                .expect(201)
                .id();
        page.navigate("/app/admin/roles?from=SALES_REP");
        page.locator("#label").fill("Scout " + word);
        Locator accounts = page.locator("tr", new Page.LocatorOptions().setHasText("Accounts"))
                .first();
        page.getByLabel("See: Accounts", new Page.GetByLabelOptions().setExact(true))
                .selectOption("OWN");
        assertThat(accounts.locator("input[name$=':own']")).isChecked();
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        page.locator("#save").click();
        assertThat(page.locator("main")).containsText("The role is made");
        page.getByRole(com.microsoft.playwright.options.AriaRole.LINK, new Page.GetByRoleOptions().setName("Accounts"))
                .last()
                .click();
        page.getByLabel("May: Annual revenue").selectOption("HIDDEN");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        page.locator("#save-fields").click();
        assertThat(page.locator("main")).containsText("The role is changed");

        String role = page.url().replaceAll(".*[?&]role=([^&]*).*", "$1");
        owner.patch("admin/people/" + person, Map.of("role", role)).expect(200);
        await().untilAsserted(() -> guest.get("accounts/" + theirs).expectProblem(404, "not-found"));
        String mine = guest.post("accounts", Map.of("name", "Mine " + word))
                .expect(201)
                .id();
        Page seen = desk.of(EMAIL);
        seen.navigate("/app/accounts?q=" + word);
        assertThat(seen.locator("main")).containsText("Mine " + word);
        assertThat(seen.locator("main")).not().containsText("Theirs " + word);
        seen.navigate("/app/accounts/" + mine + "/edit");
        assertThat(seen.locator("main")).containsText("Industry");
        assertThat(seen.locator("main")).not().containsText("Annual revenue");
        seen.navigate("/app/accounts/" + mine);
        assertThat(seen.locator("h1")).containsText("Mine " + word);
        seen.navigate("/app/admin/roles");
        assertThat(seen.locator("body")).containsText("administer");
    }

    @Test
    void aRecordIsSharedFromItsPageAndThatIsTakenBack() {
        String account = owner.post("accounts", Map.of("name", "Lent " + word))
                .expect(201)
                .id();
        owner.patch("admin/people/" + person, Map.of("role", "SALES_REP")).expect(200);
        await().untilAsserted(() -> guest.get("accounts/" + account).expectProblem(404, "not-found"));
        page.navigate("/app/accounts/" + account);
        page.locator(".gx-sharing").click();
        page.locator("[id='shares:with']")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Gwen Guest"));
        page.locator("[id='shares:share']").click();
        assertThat(page.locator(".gx-shares")).containsText("Gwen Guest");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        await().untilAsserted(() -> guest.get("accounts/" + account).expect(200));
        Page seen = desk.of(EMAIL);
        seen.navigate("/app/accounts/" + account);
        assertThat(seen.locator("main")).containsText("not yours to change");
        assertThat(seen.locator("a[href$='/edit']")).hasCount(0);
        seen.navigate("/app/accounts?q=" + word);
        assertThat(seen.locator("#rows")).containsText("Lent " + word);
        assertThat(seen.locator("[data-dialog=export]")).hasCount(0);
        page.locator(".gx-shares button").click();
        assertThat(page.locator(".gx-shares")).hasCount(0);
        await().untilAsserted(() -> guest.get("accounts/" + account).expectProblem(404, "not-found"));
    }

    @Test
    void aTeamIsMadeAndEnded() {
        page.navigate("/app/admin/teams?new=true");
        page.locator("#name").fill("Team " + word);
        page.getByLabel("Gwen Guest").check();
        page.locator("#save").click();
        assertThat(page.locator("main")).containsText("Team " + word);
        assertThat(page.locator("main")).containsText("Gwen Guest");
        page.locator("a", new Page.LocatorOptions().setHasText("Team " + word)).click();
        page.locator("#remove").click();
        assertThat(page.locator("main")).containsText("The team is ended");
        Assertions.assertThat(
                        system.person("owner@acme.example").get("admin/teams").text())
                .doesNotContain(word);
    }
}
