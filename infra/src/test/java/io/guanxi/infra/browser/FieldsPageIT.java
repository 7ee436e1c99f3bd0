package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Samples;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@BrowserTest
class FieldsPageIT {

    private static final String PAGE = "/app/admin/fields?object=contacts";

    private final Page page;
    private final String word = Samples.word();

    FieldsPageIT(Desk desk) {
        page = desk.of("owner@acme.example");
    }

    @Test
    void aFieldIsMadeUsedFilteredByAndTakenAwayAgain() {
        page.navigate(PAGE);
        page.locator(".gx-pagehead__acts a").click();
        page.locator(".ta-kind", new Page.LocatorOptions().setHasText("One of several values"))
                .click();
        page.locator("#english").fill("Mood " + word);
        page.locator("#choices").fill("Sunny | 晴\nRainy");
        page.locator("#help").fill("How they feel.");
        page.locator("#save").click();
        Locator link = page.locator("td a", new Page.LocatorOptions().setHasText("Mood " + word));
        assertThat(link).isVisible();
        String name = page.locator("tr", new Page.LocatorOptions().setHasText("Mood " + word))
                .locator("code")
                .textContent();

        page.navigate("/app/contacts/new");
        page.locator("[id='form:lastName']").fill("Zz " + word);
        Locator input = page.locator("[id='form:" + name.replace('.', '_') + "']");
        assertThat(page.locator(".gx-field", new Page.LocatorOptions().setHas(input)))
                .containsText("How they feel.");
        input.selectOption("sunny");
        page.locator("[id='form:save']").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/contacts/[0-9A-Z]{13}"));
        assertThat(page.locator("main")).containsText("Sunny");
        page.navigate("/app/contacts?filter=" + name + "==sunny&sort=-" + name);
        assertThat(page.locator("#rows")).containsText("Zz " + word);
        assertThat(page.locator(".gx-chip").first()).containsText("Sunny");

        page.navigate(PAGE);
        link.click();
        assertThat(page.locator("#choices")).hasValue(Pattern.compile("sunny: Sunny \\| 晴\\s+rainy: Rainy\\s*"));
        assertThat(page.locator(".ta-foot")).containsText("One record has a value in it.");
        page.locator("#remove").click();
        assertThat(page.locator("[role=status].gx-msg")).isVisible();
        assertThat(link).hasCount(0);
    }

    @Test
    void whatIsWrongIsSaidAtItsPlace() {
        page.navigate(PAGE + "&type=TEXT");
        page.locator("#name").fill("select");
        page.locator("#save").click();
        assertThat(page.locator("#error-labels")).containsText("fill");
        assertThat(page.locator("#error-name")).containsText("select");
        assertThat(page.locator("#name")).hasValue("select");
    }
}
