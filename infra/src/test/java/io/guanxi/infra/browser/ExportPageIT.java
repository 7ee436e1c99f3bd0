package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.TenantFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@BrowserTest
class ExportPageIT {

    private final Page page;

    ExportPageIT(Desk desk) {
        page = desk.of("owner@globex.example");
    }

    @Test
    void anAdminTakesEverythingOutAlsoOnAPhone() {
        page.setViewportSize(390, 844);
        page.navigate("/app/admin/export");
        page.locator("#start").click();
        Locator link = page.locator("a[download]");
        link.waitFor();
        Download file = page.waitForDownload(link::click);
        Assertions.assertThat(file.suggestedFilename()).isEqualTo("globex.zip");
        Assertions.assertThat(new TenantFile(file.path())
                        .manifest()
                        .at("/tenant/name")
                        .asText())
                .isEqualTo("环球电子");
        page.navigate("/app/admin/export");
        assertThat(page.locator("tbody tr").first().locator(".gx-badge--green")).isVisible();
        assertThat(page.locator("tbody tr").first().locator("a[download]")).isVisible();
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
    }
}
