package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages of modules and usage, and the warnings that follow from them. */
@BrowserTest
class ModulesPageIT {

    private final Desk desk;
    private final RunningSystem system;

    ModulesPageIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
    }

    @Test
    void anAdminSwitchesAModuleOffAndOnAndIsToldWhatGoesWithIt() {
        Company company = Newcomers.company(system, "business");
        Page page = desk.of(company.email());
        page.navigate("/app/admin/modules");
        Locator customers = page.locator("#module-customers");
        assertThat(customers).containsText("Goes off with it, and comes back with it: Sales");
        assertThat(customers).containsText("Customer map");
        assertThat(page.locator("#module-sales")).containsText("Needs");
        assertThat(page.locator(".gx-rail a[href$='/app/products']")).hasCount(1);
        page.locator("#module-sales").getByText("Switch off Sales").click();
        assertThat(page.locator("[role=status].gx-msg")).containsText("The module is off");
        assertThat(page.locator(".gx-rail a[href$='/app/products']")).hasCount(0);
        assertThat(page.locator("#module-sales")).containsText("Off");
        page.navigate("/app/products");
        assertThat(page.locator("h1")).containsText("This module is not available");
        page.navigate("/app/admin/modules");
        page.locator("#module-sales").getByText("Switch on Sales").click();
        assertThat(page.locator(".gx-rail a[href$='/app/products']")).hasCount(1);
    }

    @Test
    void adminsAreWarnedOnEveryPageWhenALimitIsNear() {
        Company company = Newcomers.company(system, "business");
        company.owner().post("accounts", Map.of("name", "One")).expect(201);
        company.owner().post("accounts", Map.of("name", "Two")).expect(201);
        Newcomers.limit(system, company, "records", 2);
        Page page = desk.of(company.email());
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            page.navigate("/app/accounts");
            return page.locator("#bar-limits").count() == 1;
        });
        assertThat(page.locator("#bar-limits")).containsText("Records: limit reached");
        page.locator("#bar-limits a").click();
        assertThat(page.locator("h1")).hasText("Usage");
        assertThat(page.locator("table")).containsText("nothing new can be created");
        page.navigate("/app/accounts/new");
        page.locator("[id='form:name']").fill("Three");
        page.locator("[id='form:save']").click();
        assertThat(page.locator("body")).containsText("The limit for records is 2");
    }
}
