package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Mailbox;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The first day of a company: it signs up, narrows a role, and a colleague comes in who has it. */
@BrowserTest
class CompanyStoryIT {

    private static final String SECRET = "7654321";

    private final Desk desk;
    private final RunningSystem system;
    private final String word = Samples.word();
    private final String owner = word + "@story.example";
    private final String colleague = word + "-rep@story.example";

    CompanyStoryIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
        system.database().change("DELETE FROM sign_up_attempt");
    }

    @Test
    void whatARoleHidesIsHiddenWhereverAColleagueLooks() throws IOException {
        Page admin = signUp();
        String theirs = account(admin, "Theirs " + word, SECRET);
        makeRole(admin);
        invite(admin);
        Page rep = accept();
        String mine = account(rep, "Mine " + word, null);

        rep.navigate("/app/accounts");
        assertThat(rep.locator("#rows tr")).hasCount(1);
        assertThat(rep.locator("#rows")).containsText("Mine " + word);
        rep.navigate("/app/accounts?sort=-annualRevenue");
        silent(rep);
        rep.navigate("/app/accounts?filter=annualRevenue==" + SECRET);
        silent(rep);
        rep.navigate("/app/accounts");
        rep.locator("[data-filter]").click();
        assertThat(rep.locator(".gx-filterrow").first()).isVisible();
        silent(rep);
        rep.navigate("/app/search?q=Theirs+" + word);
        assertThat(rep.locator("main")).containsText("Nothing found");
        rep.navigate("/app/accounts/" + mine);
        assertThat(rep.locator("h1")).containsText("Mine " + word);
        silent(rep);
        rep.navigate("/app/accounts/" + mine + "/edit");
        silent(rep);
        rep.navigate("/app/accounts/" + theirs);
        assertThat(rep.locator("body")).not().containsText("Theirs");
        export(rep);
        rep.navigate("/app/accounts/import");
        rep.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "more.csv",
                        "text/csv",
                        ("Name;Annual revenue\nMore " + word + ";" + SECRET + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(rep.locator("main")).containsText("Annual revenue");
        Assertions.assertThat(rep.locator("option[value^=annualRevenue]").count())
                .isZero();
        Api api = system.person(colleague);
        Assertions.assertThat(api.get("accounts").expect(200).text()).doesNotContain("annualRevenue", "Theirs");
        api.get("accounts/" + theirs).expectProblem(404, "not-found");
    }

    private Page signUp() {
        Page page = desk.window("en");
        page.navigate("/signup");
        page.locator("#email").fill(owner);
        page.locator("#send").click();
        page.waitForURL("**/signup/sent");
        page.navigate(new Mailbox(system, owner).await(1).get(0).link());
        page.locator("#name").fill("Story " + word);
        page.locator("#password").fill(Tokens.DEMO_PASSWORD);
        page.locator("#accepted").check();
        page.locator("#create").click();
        page.locator("#enter").click();
        page.locator("#password").fill(Tokens.DEMO_PASSWORD);
        page.locator("#kc-login").click();
        assertThat(page.locator("h1")).hasText("Story " + word);
        return page;
    }

    private static String account(Page page, String name, String revenue) {
        page.navigate("/app/accounts/new");
        page.locator("[id='form:name']").fill(name);
        if (revenue != null) {
            page.locator("[id='form:annualRevenue']").fill(revenue);
        }
        page.locator("[id='form:save']").click();
        assertThat(page.locator("h1")).containsText(name);
        return page.url().replaceAll(".*/accounts/([0-9A-Z]{13}).*", "$1");
    }

    private void makeRole(Page page) {
        page.navigate("/app/admin/roles?from=SALES_REP");
        page.locator("#label").fill("Scout " + word);
        page.getByLabel("See: Accounts", new Page.GetByLabelOptions().setExact(true))
                .selectOption("OWN");
        page.getByLabel("Export: Accounts", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.getByLabel("Import: Accounts", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.locator("#save").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Accounts"))
                .last()
                .click();
        page.getByLabel("May: Annual revenue").selectOption("HIDDEN");
        page.locator("#save-fields").click();
        assertThat(page.locator("main")).containsText("The role is changed");
    }

    private void invite(Page page) {
        page.navigate("/app/admin/people");
        page.locator("#email").fill(colleague);
        page.locator("#name").fill("Rea Rep");
        page.locator("#role").selectOption(new SelectOption().setLabel("Scout " + word));
        page.locator("#send").click();
        assertThat(page.locator("[role=status].gx-msg")).isVisible();
    }

    /** The colleague follows the mail, chooses a password and is in. */
    private Page accept() {
        Page page = desk.window("en");
        page.navigate(new Mailbox(system, colleague).await(1).get(0).link());
        Locator proceed = page.locator("a:has-text('proceed')");
        if (proceed.count() > 0) {
            proceed.first().click();
        }
        page.locator("#password-new").fill(Tokens.DEMO_PASSWORD);
        page.locator("#password-confirm").fill(Tokens.DEMO_PASSWORD);
        page.locator("input[type=submit], button[type=submit]").first().click();
        page.waitForLoadState();
        page.navigate("/app");
        if (page.locator("#username").count() > 0) {
            desk.logIn(page, colleague, Tokens.DEMO_PASSWORD);
        }
        assertThat(page.locator("h1")).isVisible();
        return page;
    }

    private static void export(Page page) throws IOException {
        page.navigate("/app/accounts");
        page.locator("[data-dialog=export]").first().click();
        page.locator("[id='exporting:start']").click();
        Download file =
                page.waitForDownload(() -> page.locator("a[download]").first().click());
        Assertions.assertThat(Files.readString(file.path())).contains("Mine").doesNotContain("Annual", "Theirs");
    }

    /** The page tells nothing of the field nor of its value. */
    private static void silent(Page page) {
        assertThat(page.locator("body")).not().containsText("Annual revenue");
        assertThat(page.locator("body")).not().containsText("Theirs");
    }
}
