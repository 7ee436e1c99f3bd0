package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Samples;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@BrowserTest
class ObjectsPageIT {

    private static final String PAGE = "/app/admin/objects";

    private final Page page;
    private final String word = Samples.word();

    ObjectsPageIT(Desk desk) {
        page = desk.of("owner@acme.example");
    }

    @Test
    void anObjectWithThreeFieldsIsMadeARecordIsEnteredAndFoundAndAllOfItTakenAway() {
        page.navigate(PAGE);
        page.locator(".gx-pagehead__acts a").click();
        page.locator("#singular").fill("Berth " + word);
        page.locator("#plural").fill("Berths " + word);
        page.locator("#chinese").fill("泊位 " + word);
        page.locator(".ta-icons__one:has(.pi-flag)").click();
        page.locator("#save").click();
        assertThat(page.locator("[role=status].gx-msg")).isVisible();
        String path = "berths-" + word;
        page.locator(".gx-pagehead__acts a.gx-btn--primary").click();
        field("Length", "Up to four digits");
        field("Places", "Pieces, people, floors");
        page.locator(".gx-pagehead__acts a").click();
        page.locator(".ta-kind", new Page.LocatorOptions().setHasText("Points to another record"))
                .click();
        page.locator("#english").fill("Tenant");
        page.locator("#target").selectOption("account");
        page.locator("#save").click();
        assertThat(page.locator("main tbody")).containsText("Record: Account");

        page.locator(".gx-rail a", new Page.LocatorOptions().setHasText("Berths " + word))
                .click();
        assertThat(page.locator("h1")).containsText("Berths " + word);
        page.navigate("/app/" + path + "/new");
        page.locator("[id='form:name']").fill("Quay " + word);
        page.locator("[id='form:custom_length']").fill("12.5");
        page.locator("[id='form:custom_places']").fill("3");
        page.locator("[id='form:save']").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/" + path + "/[0-9A-Z]{13}"));
        assertThat(page.locator("main")).containsText("12.5");
        page.navigate("/app/" + path + "?filter=custom.length=gt=12&sort=custom.places");
        assertThat(page.locator("#rows")).containsText("Quay " + word);

        page.navigate(PAGE + "?object=" + path);
        assertThat(page.locator(".ta-foot")).containsText("It has one record.");
        page.locator("#remove").click();
        assertThat(page.locator(".ta-losses")).containsText("One record");
        assertThat(page.locator(".ta-losses")).containsText("Length");
        page.locator("#removed").click();
        assertThat(page.locator("#error-confirmed")).containsText("to take the object away");
        page.locator("#confirmed")
                .fill(page.locator("label[for=confirmed]").innerText().split(" ")[1]);
        page.locator("#removed").click();
        assertThat(page.locator("[role=status].gx-msg")).isVisible();
        assertThat(page.locator("td a", new Page.LocatorOptions().setHasText("Berths " + word)))
                .hasCount(0);
        page.navigate("/app/jobs");
        assertThat(page.locator("main")).containsText("Removal of the object");
    }

    private void field(String label, String kind) {
        page.locator(".gx-pagehead__acts a").click();
        page.locator(".ta-kind", new Page.LocatorOptions().setHasText(kind)).click();
        page.locator("#english").fill(label);
        page.locator("#save").click();
        assertThat(page.locator("td a", new Page.LocatorOptions().setHasText(label)))
                .isVisible();
    }

    @Test
    void whatIsWrongIsSaidAtItsPlace() {
        page.navigate(PAGE + "?new=");
        page.locator("#name").fill("select");
        page.locator("#path").fill("accounts");
        page.locator("#save").click();
        assertThat(page.locator("#error-labels")).containsText("fill");
        assertThat(page.locator("#error-name")).containsText("select");
        assertThat(page.locator("#error-path")).containsText("accounts");
        assertThat(page.locator("#path")).hasValue("accounts");
    }
}
