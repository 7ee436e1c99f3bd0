package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@BrowserTest
class LayoutsPageIT {

    private static final String PAGE = "/app/admin/layouts?object=products";
    private static final String LAYOUTS = "admin/objects/products/layouts";

    private final Page page;
    private final Api admin;
    private final String word = Samples.word();

    LayoutsPageIT(Desk desk, RunningSystem system) {
        page = desk.of("owner@acme.example");
        admin = system.person("owner@acme.example");
    }

    @AfterEach
    void backToWhatIsShipped() {
        admin.delete(LAYOUTS);
        admin.put(
                "admin/objects/accounts/layouts/record-type-field", Collections.singletonMap("recordTypeField", null));
    }

    private Locator item(String label) {
        return page.locator("[data-kind=field]", new Page.LocatorOptions().setHasText(label))
                .first();
    }

    private void save() {
        page.locator("#save").click();
        assertThat(page.locator("[role=status].gx-msg")).isVisible();
    }

    @Test
    void aSectionIsMadeFieldsAreDraggedIntoItAndFormAndRecordFollow() {
        String product = admin.post("products", Map.of("name", "Zq " + word, "code", "S-" + word))
                .expect(201)
                .id();
        // Both ends in view: a page that scrolls under the pointer has it take hold of something else.
        page.setViewportSize(1440, 3000);
        page.navigate(PAGE);
        page.locator("[data-section-add]").click();
        Locator section = page.locator(".lay-section").last();
        section.locator("[data-language=en]").fill("Numbers " + word);
        item("Product code").dragTo(section.locator(".lay-list"));
        assertThat(section.locator(".lay-item")).hasCount(1);
        save();

        page.navigate("/app/products/" + product);
        assertThat(page.locator(".gx-sec", new Page.LocatorOptions().setHasText("Numbers " + word)))
                .containsText("S-" + word);
        page.navigate("/app/products/" + product + "/edit");
        assertThat(page.locator("section", new Page.LocatorOptions().setHasText("Numbers " + word))
                        .locator("label"))
                .hasCount(1);
    }

    @Test
    void everythingCanBeDoneWithTheKeyboard() {
        page.navigate(PAGE);
        Locator first = page.locator(".lay-section .lay-item").nth(1);
        String name = first.locator(".lay-item__name").textContent();
        Locator up = first.getByLabel("Move " + name + " up");
        up.focus();
        up.press("Enter");
        assertThat(page.locator(".lay-section .lay-item__name").first()).hasText(name);
        Locator hidden = item("Description");
        hidden.getByLabel("Do not show Description").press("Enter");
        assertThat(page.locator("[data-unused]")).containsText("Description");
        save();
        assertThat(page.locator("[data-unused]")).containsText("Description");
        page.navigate("/app/products/new");
        assertThat(page.locator("#field-description")).hasCount(0);
    }

    @Test
    void typesOfRecordsHaveLayoutsAndFormsOfTheirOwn() {
        page.navigate("/app/admin/layouts?object=accounts");
        page.locator("[popovertarget=lay-types]").click();
        page.locator("#typed").selectOption("sizeBand");
        page.locator("#distinguish").click();
        assertThat(page.locator("[role=status].gx-msg")).isVisible();
        page.locator("[popovertarget=lay-new]").click();
        page.locator("#lay-type").selectOption("individual");
        page.locator("#lay-new button").click();
        item("Industry").getByLabel("Do not show Industry").click();
        save();
        page.navigate("/app/accounts/new?sizeBand=sme");
        assertThat(page.locator("#field-industry")).hasCount(1);
        page.locator(".gx-tabs a", new Page.LocatorOptions().setHasText("Individual"))
                .click();
        assertThat(page.locator("#field-industry")).hasCount(0);
        page.locator("[id='form:name']").fill("Zq person " + word);
        page.locator("[id='form:save']").click();
        assertThat(page.locator("h1")).containsText("Zq person " + word);
    }
}
