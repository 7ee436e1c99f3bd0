package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Samples;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever enters a record that is there hears of it, and whoever finds one twice makes one of them. */
@BrowserTest
class DuplicatesPageIT {

    private static final Pattern RECORD = Pattern.compile(".*/app/accounts/[0-9A-Z]{13}");

    private final Page page;
    private final String word = Samples.word();

    DuplicatesPageIT(Desk desk) {
        page = desk.of("owner@acme.example");
    }

    @Test
    void aRecordThatIsThereIsShownBeforeSavingMergedAndTakenApart() {
        save(word + " Works, Inc.");
        assertThat(page).hasURL(RECORD);
        String first = id();

        page.navigate("/app/accounts/new");
        page.locator("[id='form:name']").fill(word + " Works GmbH");
        page.locator("[id='form:name']").press("Tab");
        Locator alike = page.locator(".gx-alike");
        assertThat(alike).containsText(word + " Works, Inc.");
        assertThat(alike).containsText("Name matches");
        page.locator("[id='form:save']").click();
        page.locator("[id='form:saveAnyway']").click();
        assertThat(page).hasURL(RECORD);
        String second = id();

        page.navigate("/app/accounts/merge?ids=" + first + "+" + second);
        assertThat(page.locator(".gx-mergefield").first()).containsText(word + " Works GmbH");
        page.locator(".gx-mergefield label", new Page.LocatorOptions().setHasText(word + " Works GmbH"))
                .click();
        page.locator("[id='merge:save']").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/accounts/" + first));
        assertThat(page.locator("h1")).hasText(word + " Works GmbH");
        assertThat(page.locator("#changes")).containsText("merged records");

        page.navigate("/app/accounts/" + second);
        assertThat(page).hasURL(Pattern.compile(".*/app/accounts/" + first));
        page.locator("[id='acts:unmerge']").click();
        assertThat(page.locator("h1")).hasText(word + " Works, Inc.");
        page.navigate("/app/accounts/" + second);
        assertThat(page.locator("h1")).hasText(word + " Works GmbH");
    }

    private void save(String name) {
        page.navigate("/app/accounts/new");
        page.locator("[id='form:name']").fill(name);
        page.locator("[id='form:save']").click();
    }

    private String id() {
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }
}
