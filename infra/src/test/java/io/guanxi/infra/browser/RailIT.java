package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BrowserTest
class RailIT {

    private final Page page;

    RailIT(Desk desk) {
        page = desk.of("owner@acme.example");
    }

    @ParameterizedTest
    @CsvSource({
        "/app, Home",
        "/app/accounts, Accounts",
        "/app/accounts/new, Accounts",
        "/app/contacts, Contacts",
        "/app/jobs, Jobs",
        "/app/admin/people, People",
        "/app/admin/objects, Objects",
        "/app/admin/fields, Fields",
        "/app/admin/rules, Rules",
        "/app/admin/classes, Class rules",
        "/app/map, Customer map",
    })
    void thePageThatIsOpenIsMarkedAndNoOther(String address, String name) {
        page.navigate(address);
        assertThat(page.locator(".gx-rail [aria-current=page]")).hasText(name);
    }
}
