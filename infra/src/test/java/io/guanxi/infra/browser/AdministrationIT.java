package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Samples;
import org.junit.jupiter.api.Test;

/** The pages of those who run a company and of those who run the product. */
@BrowserTest
class AdministrationIT {

    private final Desk desk;
    private final String word = Samples.word();

    AdministrationIT(Desk desk) {
        this.desk = desk;
    }

    @Test
    void anOwnerInvitesSomebodyAndGivesThemAnotherRole() {
        Page page = desk.of("owner@acme.example");
        page.navigate("/app/admin/people");
        page.locator("#email").fill(word + "@invited.example");
        page.locator("#name").fill("Ada " + word);
        page.locator("#send").click();
        assertThat(page.locator("[role=status].gx-msg")).isVisible();
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Ada " + word));
        assertThat(row).containsText("Invited");
        row.locator("button[popovertarget]").click();
        row.getByText("Read only").click();
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Ada " + word)))
                .containsText("Read only");
    }

    @Test
    void whatIsWrongWithAnInvitationIsSaidAtItsField() {
        Page page = desk.of("owner@acme.example");
        page.navigate("/app/admin/people");
        page.locator("#email").fill("nobody");
        page.locator("#send").click();
        assertThat(page.locator("#error-email")).not().isEmpty();
        assertThat(page.locator("#error-name")).not().isEmpty();
        assertThat(page.locator("#email")).hasValue("nobody");
    }

    @Test
    void anOperatorMakesACompany() {
        Page page = desk.of("operator@guanxi.example");
        page.navigate("/operator");
        page.locator("#name").fill("Company " + word);
        page.locator("#ownerEmail").fill(word + "@owner.example");
        page.locator("#slug").fill(word);
        page.locator("#create").click();
        assertThat(page.locator("[role=status].gx-msg")).isVisible();
        assertThat(page.locator("table")).containsText("Company " + word);
    }
}
