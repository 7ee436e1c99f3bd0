package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.guanxi.infra.system.support.RunningSystem;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the main pages for people to look at; what a test can say of them is that nothing sticks out. */
@BrowserTest
class ScreenshotsIT {

    private static final Set<String> MAIN = Set.of(
            "home",
            "list",
            "record",
            "edit",
            "import",
            "jobs",
            "people",
            "fields",
            "field-kinds",
            "field-form",
            "empty-list",
            "not-found",
            "order",
            "orders",
            "product",
            "edit-product",
            "tags",
            "document");

    private final Desk desk;
    private final RunningSystem system;

    ScreenshotsIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
    }

    @ParameterizedTest
    @CsvSource({
        "owner@acme.example,   acme-partner,   en,    LIGHT, false",
        "owner@acme.example,   acme-partner,   en,    DARK,  false",
        "owner@acme.example,   acme-partner,   en,    LIGHT, true",
        "owner@acme.example,   acme-partner,   en,    DARK,  true",
        "owner@globex.example, globex-partner, zh-CN, LIGHT, false",
        "owner@globex.example, globex-partner, zh-CN, DARK,  false",
        "owner@globex.example, globex-partner, zh-CN, LIGHT, true",
        "owner@globex.example, globex-partner, zh-CN, DARK,  true"
    })
    void noPageIsWiderThanItsScreen(String email, String partner, String language, ColorScheme colours, boolean phone) {
        Browser.NewContextOptions options = phone ? desk.phone(language) : desk.options(language);
        Page page = desk.of(email, options.setColorScheme(colours));
        String kind = language + "-" + colours.name().toLowerCase(java.util.Locale.ROOT) + (phone ? "-360" : "-1440");
        Path folder = Desk.pictures("screenshots");
        Places.in(system.partner(partner)).forEach((name, place) -> {
            if (MAIN.contains(name)) {
                page.navigate(place);
                assertThat(page.locator("h1")).isVisible();
                page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + "-" + kind + ".png")));
                org.assertj.core.api.Assertions.assertThat(
                                page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(place + " " + kind)
                        .isEqualTo(true);
            }
        });
    }
}
