package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@BrowserTest
class PartnersPageIT {

    private final Api owner;
    private final Api partner;
    private final Page page;
    private final String path = Samples.word();

    PartnersPageIT(Desk desk, RunningSystem system) {
        owner = system.person("owner@acme.example");
        partner = system.partner("acme-partner");
        page = desk.of("owner@acme.example");
    }

    @AfterEach
    void takeTheObjectAway() {
        owner.delete("admin/objects/" + path);
    }

    @Test
    void anAdminLetsAPartnerUseAnObjectOfTheirOwnAndTakesItBack() {
        owner.post(
                        "admin/objects",
                        Map.of(
                                "name",
                                path,
                                "path",
                                path,
                                "labels",
                                Map.of("en", "Berth"),
                                "plurals",
                                Map.of("en", "Berths " + path)))
                .expect(201);
        partner.get(path).expectProblem(403, "access-denied");
        page.navigate("/app/admin/partners");
        box("Read").check();
        box("Create and change").check();
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        page.locator("#save").click();
        assertThat(page.locator("main")).containsText("from now on");
        assertThat(box("Read")).isChecked();
        await().untilAsserted(() -> partner.get(path).expect(200));
        Assertions.assertThat(partner.get("openapi.json").json().path("paths").has("/v1/" + path))
                .isTrue();
        String id = partner.post(path, Map.of("name", "North quay")).expect(201).id();
        partner.delete(path + "/" + id).expectProblem(403, "access-denied");
        box("Read").uncheck();
        box("Create and change").uncheck();
        page.locator("#save").click();
        assertThat(page.locator("main")).containsText("from now on");
        await().untilAsserted(() -> partner.get(path).expectProblem(403, "access-denied"));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        page.navigate("/app/admin/partners");
        page.evaluate("document.getElementById('version').value = '-1'");
        page.locator("#save").click();
        assertThat(page.locator("main [role=alert]").first()).isVisible();
    }

    private Locator box(String operation) {
        return page.getByLabel(operation + ": Berths " + path, new Page.GetByLabelOptions().setExact(true));
    }
}
