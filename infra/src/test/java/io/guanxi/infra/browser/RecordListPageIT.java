package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@BrowserTest
class RecordListPageIT {

    private final Api api;
    private final Page page;
    private final String word = Samples.word();

    RecordListPageIT(Desk desk, RunningSystem system) {
        api = system.partner("acme-partner");
        page = desk.of("owner@acme.example");
    }

    @Test
    void aListIsSearchedSortedAndGrowsToItsEnd() {
        Samples.accounts(api, word, 120);
        page.navigate("/app/accounts");
        search(word);
        assertThat(page.locator(".gx-pagehead .gx-count")).hasText("120");
        assertThat(titles().first()).hasText(word + " 0000");
        assertThat(titles()).hasCount(50);
        page.locator("th[aria-sort=ascending] a").click();
        assertThat(titles().first()).hasText(word + " 0119");
        page.locator("[data-foot]").scrollIntoViewIfNeeded();
        assertThat(titles()).hasCount(100);
        page.locator("[data-foot]").scrollIntoViewIfNeeded();
        assertThat(titles()).hasCount(120);
        assertThat(titles().last()).hasText(word + " 0000");
        assertThat(page.locator("[data-more]")).hasCount(0);
    }

    @Test
    void viewsAndFiltersNarrowTheListAndStandInItsAddress() {
        make(" one", "customer", "finance");
        make(" two", "prospect", "finance");
        make(" three", "customer", "retail");
        page.navigate("/app/accounts?q=" + word);
        assertThat(titles()).hasCount(3);
        page.locator("[data-filter]").click();
        Locator row = page.locator(".gx-filterrow").first();
        row.locator("select").first().selectOption("industry");
        row.locator("input[role=combobox], input[type=checkbox]").first().waitFor();
        pick(row, "Finance");
        page.locator("dialog[open] button[type=submit]").click();
        assertThat(titles()).hasCount(2);
        assertThat(page).hasURL(Pattern.compile(".*filter=industry.*"));
        assertThat(page.locator(".gx-chip__text")).hasText(Pattern.compile("Industry\\s+is any of\\s+Finance"));
        page.reload();
        assertThat(titles()).hasCount(2);
        page.locator(".gx-chip a").click();
        assertThat(titles()).hasCount(3);
        page.locator("nav.gx-tabs a", new Page.LocatorOptions().setHasText("Customers"))
                .click();
        assertThat(titles()).hasCount(2);
        assertThat(page).hasURL(Pattern.compile(".*view=customers.*"));
    }

    @Test
    void rowsChosenAreDeletedUndoneAndRestoredFromTheRecycleBin() {
        List<String> ids = Samples.accounts(api, word, 3);
        page.navigate("/app/accounts?q=" + word);
        choose(0);
        choose(1);
        assertThat(page.locator("[data-chosen]")).hasText("2 selected");
        page.locator("[id='bulk:delete']").click();
        assertThat(titles()).hasCount(1);
        page.locator("[id='toast:undo']").click();
        assertThat(titles()).hasCount(3);
        choose(0);
        page.locator("[id='bulk:delete']").click();
        assertThat(titles()).hasCount(2);
        page.navigate("/app/accounts?deleted=true&q=" + word);
        assertThat(page.locator("#rows tr")).hasCount(1);
        choose(0);
        page.locator("[id='bulk:restore']").click();
        assertThat(page.locator("[data-toast]")).containsText("1 record restored");
        page.navigate("/app/accounts/" + ids.get(0));
        assertThat(page.locator("h1")).hasText(word + " 0000");
    }

    @Test
    void theSearchOfEveryPageFindsPeopleAndCompanies() {
        make(" found", "customer", "retail");
        api.post("contacts", Map.of("firstName", "Ada", "lastName", word)).expect(201);
        page.navigate("/app");
        page.keyboard().press("/");
        page.keyboard().type(word);
        page.keyboard().press("Enter");
        assertThat(page.locator(".gx-rel__t")).hasCount(2);
        page.locator(".gx-rel", new Page.LocatorOptions().setHasText("Ada")).click();
        assertThat(page.locator("h1")).containsText(word);
    }

    private void make(String name, String type, String industry) {
        api.post("accounts", Map.of("name", word + name, "type", type, "industry", industry))
                .expect(201);
    }

    /** Short lists of choices are boxes to tick, longer ones are looked up. */
    private void pick(Locator row, String label) {
        if (row.locator("input[role=combobox]").count() > 0) {
            row.locator("input[role=combobox]").fill(label);
            row.locator("[role=option]", new Locator.LocatorOptions().setHasText(label))
                    .first()
                    .click();
        } else {
            row.locator("label", new Locator.LocatorOptions().setHasText(label))
                    .locator("input")
                    .check();
        }
    }

    private void search(String words) {
        Locator box = page.locator(".gx-listfind input[type=search]");
        box.fill(words);
        box.press("Enter");
    }

    private void choose(int row) {
        page.locator("input[data-row]").nth(row).check();
    }

    private Locator titles() {
        return page.locator("#rows td[data-card=title] a");
    }
}
