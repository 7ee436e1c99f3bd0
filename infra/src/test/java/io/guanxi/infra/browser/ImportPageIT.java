package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.guanxi.infra.system.support.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@BrowserTest
class ImportPageIT {

    private static final Path FILE =
            RunningSystem.target().resolveSibling(Path.of("src", "test", "resources", "import", "messy-customers.csv"));

    private final Page page;

    ImportPageIT(Desk desk) {
        page = desk.of("sales@acme.example");
    }

    @Test
    void aMessyFileIsTriedOutAndImportedAndItsBadRowsAreHandedBack() throws IOException {
        choose();
        assertThat(page.locator("b.gx-strong")).hasText("messy-customers.csv");
        assertThat(page.locator("[id='wizard:delimiter']")).hasValue(";");
        assertThat(target("companyName")).hasValue("name");
        assertThat(target("email")).not().hasValue("");
        page.locator("[id='wizard:mode']").selectOption("SKIP");
        assertThat(page.locator("[id='wizard:key']")).isVisible();
        page.locator("[id='wizard:try']").click();
        Locator state = page.locator(".gx-job .gx-badge--l");
        assertThat(state).hasText("Done", patiently());
        page.goBack();
        choose();
        page.locator("[id='wizard:start']").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/jobs/.*"));
        assertThat(state).hasText("Done", patiently());
        assertThat(page.locator(".gx-job [role=status]")).containsText(" of ");
        assertThat(page.locator("#problems")).isVisible();
        Download errors = page.waitForDownload(
                () -> page.locator(".gx-job a[download]").first().click());
        String rows = Files.readString(errors.path());
        org.assertj.core.api.Assertions.assertThat(rows).contains("Reason", "info(at)tante-frieda.example");
        page.locator(".gx-job a.gx-btn--primary").click();
        page.locator(".gx-listfind input[type=search]").fill("Schloßgarten");
        page.locator(".gx-listfind input[type=search]").press("Enter");
        assertThat(page.locator("#rows")).containsText("Schloßgarten Café GmbH");
    }

    private void choose() {
        page.navigate("/app/accounts/import");
        page.locator("input[type=file]").setInputFiles(FILE);
        page.waitForURL(Pattern.compile(".*[?&]file=.*"));
        assertThat(page.locator("#mapping")).isVisible();
    }

    private Locator target(String column) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + column)))
                .locator("select[id$=':target']");
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(120_000);
    }
}
