package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        assertThat(page.locator("h1")).hasText("Dry run: Accounts from messy-customers.csv");
        assertThat(page.locator(".gx-job")).containsText("nothing has been saved");
        assertThat(page.locator(".gx-tile__k").first()).hasText("Would be added");
        String tried = page.url();
        page.locator("[id='job:keep']").click();
        page.waitForURL(address -> !address.equals(tried));
        assertThat(state).hasText("Done", patiently());
        assertThat(page.locator("h1")).hasText("Accounts from messy-customers.csv");
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

    @Test
    void aMappingIsSavedChosenForTheNextFileRenamedAndDeleted() {
        String word = Samples.word();
        choose(file(word, "Firm " + word + ";Remark\nA;b\n"));
        assertThat(page.locator("[id='wizard:chosen']")).hasCount(0);
        target("Firm").selectOption("name");
        target("Remark").selectOption("legalName");
        page.locator("[data-dialog=mapping-dialog]").click();
        page.locator("[id='wizard:name']").fill(word);
        page.locator("[id='wizard:keep']").click();
        assertThat(page.locator(".gx-mapbar [role=status]")).containsText("Mapping “" + word + "” saved");
        choose(file(word, "Remark;Firm " + word + "\nb;A\n"));
        assertThat(page.locator(".gx-mapbar [role=status]")).containsText("has the headings of “" + word + "”");
        assertThat(target("Remark")).hasValue("legalName");
        org.assertj.core.api.Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        page.locator("[data-dialog=mapping-dialog]").click();
        page.locator("[id='wizard:name']").fill(word + " 2");
        page.locator("[id='wizard:rekeep']").click();
        assertThat(page.locator("[id='wizard:chosen'] option:checked")).hasText(word + " 2");
        page.locator("[data-dialog=mapping-dialog]").click();
        page.locator("[id='wizard:forget']").click();
        assertThat(page.locator(".gx-mapbar [role=status]")).containsText("deleted");
        assertThat(page.locator("[id='wizard:chosen']")).hasCount(0);
    }

    @Test
    void theExportOfAnotherProgramIsRecognised() {
        choose(file("hubspot", "Record ID,Company name,Company owner,Street Address\n1,A,,Rue 1\n"));
        assertThat(page.locator(".gx-mapbar [role=status]")).containsText("Recognised as “HubSpot export”");
        assertThat(target("Street Address")).hasValue("addresses[billing].line1");
        page.locator("[id='wizard:chosen']").selectOption("");
        assertThat(page.locator(".gx-mapbar [role=status]")).hasCount(0);
    }

    private static FilePayload file(String name, String rows) {
        return new FilePayload(name + ".csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    private void choose(FilePayload file) {
        page.navigate("/app/accounts/import");
        page.locator("input[type=file]").setInputFiles(file);
        page.waitForURL(Pattern.compile(".*[?&]file=.*"));
        assertThat(page.locator("#mapping")).isVisible();
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
