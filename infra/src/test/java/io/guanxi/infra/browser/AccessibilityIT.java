package io.guanxi.infra.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

@BrowserTest
class AccessibilityIT {

    private static final Set<String> MAIN =
            Set.of("home", "list", "record", "edit", "import", "people", "fields", "field-form", "order", "document");

    private final Desk desk;
    private final RunningSystem system;

    AccessibilityIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
    }

    @Test
    void noPageOfACompanyKeepsAnybodyOut() {
        assertThat(findings(desk.of("owner@acme.example"), "acme-partner", place -> true))
                .isEmpty();
    }

    @Test
    void nobodyIsKeptOutInTheDark() {
        Page page = desk.of("owner@acme.example", desk.options("en").setColorScheme(ColorScheme.DARK));
        assertThat(findings(page, "acme-partner", MAIN::contains)).isEmpty();
    }

    @Test
    void nobodyIsKeptOutOnAPhone() {
        Page page = desk.of("owner@globex.example", desk.phone("zh-CN"));
        assertThat(findings(page, "globex-partner", MAIN::contains)).isEmpty();
    }

    private List<String> findings(Page page, String partner, Predicate<String> wanted) {
        List<String> findings = new ArrayList<>();
        Places.in(system.partner(partner)).forEach((name, place) -> {
            if (wanted.test(name)) {
                page.navigate(place);
                findings.addAll(Accessibility.findings(page));
            }
        });
        return findings;
    }

    @Test
    void whatOpensOnAPageKeepsNobodyOut() {
        Page page = desk.of("owner@acme.example");
        page.navigate("/app/accounts");
        List<String> findings = new ArrayList<>();
        page.locator("[popovertarget=menu-user]").click();
        findings.addAll(Accessibility.findings(page));
        page.keyboard().press("Escape");
        page.locator("[data-view-act=columns]").click();
        page.locator(".gx-colpick").waitFor();
        findings.addAll(Accessibility.findings(page));
        page.keyboard().press("Escape");
        page.locator("[data-filter]").click();
        page.locator("[data-add=group]").first().click();
        findings.addAll(Accessibility.findings(page));
        page.keyboard().press("Escape");
        page.locator("[popovertarget=menu-view]").click();
        page.locator("#menu-view [data-view-act=create]").click();
        page.locator("[data-add=colour]").click();
        findings.addAll(Accessibility.findings(page));
        page.keyboard().press("Escape");
        page.locator("input[data-row]").first().check();
        findings.addAll(Accessibility.findings(page));
        assertThat(findings).isEmpty();
    }

    @Test
    void theWayInKeepsNobodyOut() {
        Page page = desk.window("en");
        page.navigate("/app");
        List<String> findings = new ArrayList<>(Accessibility.findings(page));
        desk.logIn(page, "both@example.com", "wrong");
        page.locator("#input-error").waitFor();
        findings.addAll(Accessibility.findings(page));
        desk.logIn(page, "both@example.com", Tokens.DEMO_PASSWORD);
        page.locator("button[name=tenant]").first().waitFor();
        findings.addAll(Accessibility.findings(page));
        assertThat(findings).isEmpty();
    }

    @Test
    void thePagesOfOperatorsKeepNobodyOut() {
        Page page = desk.of("operator@guanxi.example");
        for (String place : List.of(
                "/operator/tenants", "/operator/tenant?id=1001", "/operator/announcements", "/operator/erased")) {
            page.navigate(place);
            assertThat(Accessibility.findings(page)).as(place).isEmpty();
        }
    }
}
