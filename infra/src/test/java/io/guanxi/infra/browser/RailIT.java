package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BrowserTest
class RailIT {

    private final Desk desk;
    private final Page page;

    RailIT(Desk desk) {
        this.desk = desk;
        page = desk.of("owner@acme.example");
    }

    @ParameterizedTest
    @CsvSource({
        "/app, Home",
        "/app/accounts, Accounts",
        "/app/accounts/new, Accounts",
        "/app/contacts, Contacts",
        "/app/jobs, Jobs",
        "/app/admin, Settings",
        "/app/admin/people, Settings",
        "/app/map, Customer map",
    })
    void thePageThatIsOpenIsMarkedAndNoOther(String address, String name) {
        page.navigate(address);
        assertThat(page.locator(".gx-rail [aria-current=page]")).hasText(name);
    }

    @ParameterizedTest
    @CsvSource({
        "/app/admin/people, People",
        "/app/admin/teams, Roles",
        "/app/admin/objects, Objects",
        "/app/admin/fields, Fields",
        "/app/admin/rules, Rules",
        "/app/admin/classes, Class rules",
    })
    void thePageOfTheSettingsThatIsOpenIsMarkedAndNoOther(String address, String name) {
        page.navigate(address);
        assertThat(page.locator(".gx-subnav [aria-current=page]")).hasText(name);
    }

    @Test
    void whoShapesNothingHasNoWayToTheSettings() {
        Page sales = desk.of("sales@acme.example");
        sales.navigate("/app");
        assertThat(sales.locator(".gx-rail__foot a")).hasCount(0);
        sales.navigate("/app/admin");
        assertThat(sales.locator("h1")).hasText("You may not do this");
    }
}
