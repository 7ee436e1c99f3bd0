package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Samples;
import java.util.List;
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

    @Test
    void sharesTimesSeveralChoicesAndRichTextAreFilledInAndShown() {
        String share = make("PERCENT", "Share", null);
        String time = make("TIME", "Call", null);
        String several = make("MULTI_CHOICE", "Likes", "Tea\nCoffee\nWater");
        String rich = make("RICH_TEXT", "Brief", null);
        page.navigate("/app/contacts/new");
        page.locator("[id='form:lastName']").fill("Zz " + word);
        page.locator("[id='form:" + share + "']").fill("12.5");
        page.locator("[id='form:" + time + "']").fill("14:30");
        page.getByLabel("Coffee").check();
        page.getByLabel("Water").check();
        page.locator("#field-" + rich + " .ql-editor").click();
        page.keyboard().type("Ask for ");
        page.keyboard().press("Control+b");
        page.keyboard().type("Anna");
        page.locator("[id='form:save']").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/contacts/[0-9A-Z]{13}"));
        assertThat(page.locator(".gx-facts .gx-markup strong")).hasText("Anna");
        assertThat(page.locator("main")).containsText("12.5%");
        assertThat(page.locator("main")).containsText(Pattern.compile("2:30\\sPM"));
        page.navigate("/app/contacts?filter=" + several.replaceFirst("_", ".") + "==water");
        assertThat(page.locator("#rows")).containsText("Zz " + word);
        for (String label : List.of("Share", "Call", "Likes", "Brief")) {
            page.navigate(PAGE);
            take(label);
        }
    }

    @Test
    void aRollUpAndANumberAreMadeByChoosing() {
        page.navigate("/app/admin/fields?object=accounts&type=ROLL_UP");
        page.locator(".ta-kind", new Page.LocatorOptions().setHasText("Contacts · "))
                .click();
        page.locator("#english").fill("People " + word);
        page.locator("#function").selectOption("SUM");
        page.locator("#save").click();
        assertThat(page.locator("main")).containsText("can be added up");
        page.locator("#function").selectOption("COUNT");
        page.locator("#save").click();
        assertThat(row("People")).containsText("Whole number, computed");
        take("People");
        page.navigate("/app/admin/fields?object=accounts&type=NUMBERING");
        page.locator("#english").fill("No " + word);
        page.locator("#numbering").fill("no place");
        page.locator("#save").click();
        assertThat(page.locator("#error-numbering")).containsText("INV-{YYYY}-{0000}");
        page.locator("#numbering").fill("C-{00000}");
        page.locator("#save").click();
        assertThat(row("No")).isVisible();
        take("No");
    }

    @Test
    void choicesAreOfferedAsTheFieldTheyDependOnSays() {
        page.navigate("/app/admin/fields?object=accounts&type=CHOICE");
        page.locator("#english").fill("Next " + word);
        page.locator("#choices").fill("Call\nVisit\nMail");
        page.locator("#depends").selectOption("rating");
        page.locator("#save").click();
        String key = row("Next").locator("code").textContent().replace('.', '_');
        row("Next").locator("a").click();
        page.locator("input[name=tick][value='cold:visit']").uncheck();
        page.locator("input[name=tick][value='cold:call']").uncheck();
        page.locator("#save").click();

        page.navigate("/app/accounts/new");
        page.locator("[id='form:name']").fill("Zz " + word);
        Locator next = page.locator("[id='form:" + key + "']");
        assertThat(next.locator("option:not([hidden])")).hasCount(1);
        page.locator("[id='form:rating']").selectOption("hot");
        next.selectOption("visit");
        page.locator("[id='form:rating']").selectOption("cold");
        assertThat(next).hasValue("");
        assertThat(next.locator("option:not([hidden])")).hasText(new String[] {"", "Mail"});
        next.selectOption("mail");
        page.locator("[id='form:save']").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/accounts/[0-9A-Z]{13}"));
        page.navigate("/app/admin/fields?object=accounts");
        take("Next");
    }

    private Locator row(String label) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(label + " " + word));
    }

    private void take(String label) {
        row(label).locator("a").click();
        page.locator("#remove").click();
        assertThat(row(label)).hasCount(0);
    }

    /** Makes a field and gives the key of its input. */
    private String make(String type, String label, String choices) {
        page.navigate(PAGE + "&type=" + type);
        page.locator("#english").fill(label + " " + word);
        if (choices != null) {
            page.locator("#choices").fill(choices);
        }
        page.locator("#save").click();
        return row(label).locator("code").textContent().replace('.', '_');
    }
}
