package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@BrowserTest
class AuditPageIT {

    private final Api owner;
    private final Page page;
    private final String word = Samples.word();

    AuditPageIT(Desk desk, RunningSystem system) {
        owner = system.person("owner@acme.example");
        page = desk.of("owner@acme.example");
    }

    private Locator entries() {
        return page.locator(".gx-tl__item");
    }

    @Test
    void anAdminFindsWhoChangedARecordAndGoesThere() {
        String id = owner.post("accounts", Map.of("name", "Looked for " + word))
                .expect(201)
                .id();
        owner.patch("accounts/" + id, Map.of("description", "Tartu " + word)).expect(200);
        page.navigate("/app/admin/audit");
        page.locator("select[name=kind]").selectOption("records");
        page.locator("select[name=object]").selectOption("accounts");
        page.locator(".ta-audit__text").fill("Tartu " + word);
        page.locator(".ta-audit button[type=submit]").click();
        assertThat(entries()).hasCount(1);
        assertThat(entries()).containsText("Account changed: Looked for " + word);
        assertThat(entries()).containsText("REST");
        entries().locator("summary").click();
        assertThat(entries().locator("ins").first()).hasText("Tartu " + word);
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        entries().locator("a.gx-link").click();
        assertThat(page.locator("h1").first()).containsText("Looked for " + word);
    }

    @Test
    void aChangeOfASettingIsShownWithBeforeAndAfterAlsoOnAPhone() {
        String fields = "admin/objects/contacts/fields";
        String id = owner.post(fields, Map.of("name", word, "type", "text", "labels", Map.of("en", "Early")))
                .expect(201)
                .id();
        owner.patch(fields + "/" + id, Map.of("labels", Map.of("en", "Late"))).expect(200);
        page.setViewportSize(360, 740);
        page.navigate("/app/admin/audit?kind=fields&q=" + word);
        assertThat(entries()).hasCount(2);
        entries().first().locator("summary").click();
        assertThat(entries().first().locator("del").first()).containsText("Early");
        assertThat(entries().first().locator("ins").first()).containsText("Late");
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        owner.delete(fields + "/" + id);
    }

    @Test
    void whatTheFilterShowsIsExported() throws IOException {
        owner.post("accounts", Map.of("name", "In a file " + word)).expect(201);
        page.navigate("/app/admin/audit?kind=records&q=" + word);
        page.locator("#export").click();
        Locator link = page.locator("a[download]");
        link.waitFor();
        Download file = page.waitForDownload(link::click);
        Assertions.assertThat(Files.readString(file.path())).contains("In a file " + word);
    }

    @Test
    void nothingFoundSaysSo() {
        page.navigate("/app/admin/audit?kind=people&q=" + word + word);
        assertThat(page.locator(".gx-empty h2")).isVisible();
        page.locator("select[name=person]").selectOption(new SelectOption().setValue("product"));
        page.locator(".ta-audit button[type=submit]").click();
        assertThat(page.locator(".gx-empty h2")).isVisible();
    }
}
