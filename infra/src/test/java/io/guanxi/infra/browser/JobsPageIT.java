package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BrowserTest
class JobsPageIT {

    private final Api acme;
    private final Page page;
    private final String word = Samples.word();

    JobsPageIT(Desk desk, RunningSystem system) {
        acme = system.partner("acme-partner");
        page = desk.of("owner@acme.example");
    }

    @BeforeEach
    void threeAccounts() {
        for (int i = 1; i <= 3; i++) {
            acme.post("accounts", Map.of("name", word + " " + i, "rating", "cold"))
                    .expect(201);
        }
    }

    @Test
    void everythingThatMatchesIsChangedAtOnceAndPutBack() {
        page.navigate("/app/accounts?q=" + word);
        page.locator("input[data-rows]").check();
        page.locator(".gx-bulk a.gx-btn").click();
        assertThat(page.locator("h1")).containsText("3");
        page.locator("#change").selectOption("rating");
        page.locator("form[action$='/bulk'] button").click();
        page.locator("[id='form:rating']").selectOption("hot");
        page.locator("[id='form:run']").click();
        assertThat(state()).hasText("Done", patiently());
        assertThat(page.locator(".gx-keys")).containsText("Changed3");
        assertThat(page.locator("body")).containsText("Undo…");
        page.locator("[data-dialog=undo]").click();
        page.locator("[id='undoing:undo']").click();
        assertThat(page.locator("h1")).containsText("Undo");
        assertThat(state()).hasText("Done", patiently());
        assertThat(page.locator(".gx-keys")).containsText("Put back3");
        org.assertj.core.api.Assertions.assertThat(acme.all("accounts?q=" + word))
                .allMatch(account -> account.path("rating").asText().equals("cold"));
    }

    @Test
    void aListIsExportedWithTheColumnsItShowsAndTheFileFetched() throws IOException {
        page.navigate("/app/accounts?sort=name&q=" + word);
        page.locator("[data-dialog=export]").click();
        page.locator("[id='exporting:columns']").selectOption("shown");
        page.locator("[id='exporting:start']").click();
        assertThat(state()).hasText("Done", patiently());
        Download file = page.waitForDownload(
                () -> page.locator(".gx-job a.gx-btn--primary[download]").click());
        org.assertj.core.api.Assertions.assertThat(Files.readString(file.path()))
                .contains(word + " 1", word + " 3")
                .doesNotContain("2 " + word);
    }

    @Test
    void jobsAreListedByKindAndState() {
        page.navigate("/app/accounts/bulk?change=delete&q=" + word);
        page.locator("[id='form:run']").click();
        assertThat(state()).hasText("Done", patiently());
        page.navigate("/app/jobs?kind=bulk");
        assertThat(page.locator("#rows tr").first()).containsText("Bulk edit");
        page.locator("select[name=state]").selectOption("FAILED");
        page.locator("form.gx-toolbar button").click();
        assertThat(page).hasURL(Pattern.compile(".*kind=bulk&state=FAILED"));
    }

    private Locator state() {
        return page.locator(".gx-job .gx-badge--l");
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(120_000);
    }
}
