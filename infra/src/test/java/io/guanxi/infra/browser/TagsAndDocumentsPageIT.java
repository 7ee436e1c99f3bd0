package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@BrowserTest
class TagsAndDocumentsPageIT {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII);

    private final Api api;
    private final Page page;
    private final String word = Samples.word();

    TagsAndDocumentsPageIT(Desk desk, RunningSystem system) {
        api = system.partner("acme-partner");
        page = desk.of("owner@acme.example");
    }

    @Test
    void tagsAreChosenOrMadeWhileTypingAndShownInTheirColours() {
        api.post("tags", Map.of("name", word + " plum", "colour", "plum")).expect(201);
        String id = account(List.of());
        page.navigate("/app/accounts/" + id + "/edit");
        choose(word + " pl", word + " plum");
        choose(word + " new", word + " new");
        page.locator("[id='form:save']").click();
        assertThat(page.locator(".gx-facts .gx-badge--plum")).hasText(word + " plum");
        assertThat(page.locator(".gx-facts .gx-badge--gray")).hasText(word + " new");
        page.navigate("/app/accounts/" + id + "/edit");
        page.locator(".ui-autocomplete-token")
                .filter(new Locator.FilterOptions().setHasText(word + " plum"))
                .locator(".ui-autocomplete-token-icon")
                .click();
        page.locator("[id='form:save']").click();
        assertThat(page.locator(".gx-facts .gx-tags")).hasText(word + " new");
        page.navigate("/app/accounts?filter=tags==%22" + word + " new%22");
        assertThat(page.locator("#rows tr")).hasCount(1);
        assertThat(page.locator("#rows")).containsText(word + " new");
        Assertions.assertThat(page.request()
                        .get("/app/accounts/export?filter=tags==%22" + word + "%20new%22")
                        .text())
                .contains("Tags")
                .contains(word + " new");
    }

    private void choose(String typed, String offered) {
        Locator input = page.locator("[id='form:tags_input']");
        input.pressSequentially(typed);
        page.locator(".ui-autocomplete-panel:visible .ui-autocomplete-item")
                .filter(new Locator.FilterOptions().setHasText(offered))
                .first()
                .click();
        assertThat(page.locator(".ui-autocomplete-token").filter(new Locator.FilterOptions().setHasText(offered)))
                .isVisible();
    }

    @Test
    void aFileIsUploadedOnTheRecordItIsAboutAndSavedFromThere() {
        String id = account(List.of());
        page.navigate("/app/accounts/" + id);
        page.locator("#document input[type=file]")
                .setInputFiles(new FilePayload(word + ".pdf", "application/pdf", PDF));
        Locator document = page.locator(".gx-doc");
        assertThat(document).containsText(word + ".pdf");
        APIResponse saved =
                page.request().get(document.locator("a[href$=content]").getAttribute("href"));
        Assertions.assertThat(saved.body()).isEqualTo(PDF);
        Assertions.assertThat(saved.headers().get("content-disposition")).startsWith("attachment");
        document.locator("a.gx-link").click();
        assertThat(page.locator("h1")).hasText(word + ".pdf");
        assertThat(page.locator(".gx-doc a[href$='/accounts/" + id + "']")).hasText("T " + word);
    }

    @Test
    void aProgramIsRefusedWithAWord() {
        page.navigate("/app/accounts/" + account(List.of()));
        page.locator("#document input[type=file]")
                .setInputFiles(new FilePayload("run.bat", "text/plain", "echo".getBytes(StandardCharsets.US_ASCII)));
        assertThat(page.locator("[id='document:told']")).containsText("programs");
        assertThat(page.locator(".gx-doc")).hasCount(0);
    }

    @Test
    void anOrderShowsItsLinesAndItsAccountTheOrder() {
        String account = account(List.of());
        String order = api.post("orders", Map.of("number", word, "account", account))
                .expect(201)
                .id();
        api.post(
                        "order-lines",
                        Map.of(
                                "order",
                                order,
                                "name",
                                "Line of " + word,
                                "quantity",
                                3,
                                "unitPrice",
                                Map.of("amount", "1.5", "currency", "USD")))
                .expect(201);
        page.navigate("/app/orders/" + order);
        assertThat(page.locator(".gx-parts tbody tr")).hasCount(1);
        assertThat(page.locator(".gx-parts tbody")).containsText("$4.50");
        page.navigate("/app/accounts/" + account);
        page.locator(".gx-rel")
                .filter(new Locator.FilterOptions().setHasText(word))
                .first()
                .click();
        assertThat(page.locator("h1")).containsText(word);
    }

    private String account(List<String> tags) {
        return api.post("accounts", Map.of("name", "T " + word, "tags", tags))
                .expect(201)
                .id();
    }
}
