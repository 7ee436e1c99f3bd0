package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@BrowserTest
class CompletenessPageIT {

    private final Api owner;
    private final Page page;
    private final String word = Samples.word();

    CompletenessPageIT(Desk desk, RunningSystem system) {
        owner = system.person("owner@acme.example");
        page = desk.of("owner@acme.example");
    }

    @AfterEach
    void asShipped() {
        owner.delete("admin/objects/products/completeness").expect(204);
    }

    @Test
    void anAdminWeighsFieldsAndTheRecordTellsWhatIsMissing() {
        String id = owner.post("products", Map.of("name", word, "code", word))
                .expect(201)
                .id();
        page.navigate("/app/admin/quality?object=products");
        page.locator("input.ta-weight").all().forEach(input -> input.fill("0"));
        weight("Product code").fill("3");
        weight("Barcode").fill("1");
        page.locator("#save").click();
        assertThat(page.locator("main")).containsText("Weights saved");
        assertThat(page.locator("main")).containsText("75 %");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        page.navigate("/app/products/" + id);
        Locator box = page.locator(".gx-complete");
        assertThat(box).containsText("75 %");
        assertThat(box).containsText("Missing: Barcode");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        box.locator("a").click();
        assertThat(page).hasURL(Pattern.compile(".*/edit#field-barcode"));
        page.navigate("/app/admin/quality?object=products");
        page.locator("#reset").click();
        assertThat(page.locator("main")).containsText("The shipped weights apply again");
    }

    @Test
    void aWeightThatIsNoneIsRefused() {
        page.navigate("/app/admin/quality?object=products");
        weight("Product code").fill("500");
        page.locator("#save").click();
        assertThat(page.locator(".ta-weights__err")).containsText("0 to 100");
    }

    private Locator weight(String field) {
        return page.getByLabel("Weight: " + field, new Page.GetByLabelOptions().setExact(true));
    }
}
