package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Database;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a run finds is accepted on its page, and an archived record comes back from its own. */
@BrowserTest
class CleansingPageIT {

    private static final Duration SOON = Duration.ofMinutes(2);

    private final Api owner;
    private final Database database;
    private final Page page;
    private final String word = Samples.word();

    CleansingPageIT(Desk desk, RunningSystem system) {
        owner = system.person("owner@acme.example");
        database = system.database();
        page = desk.of("owner@acme.example");
    }

    @Test
    void findingsAreAcceptedAndAnArchivedCustomerComesBackWithItsSumsAsTheyWere() {
        String quiet = account(word + " Quiet");
        owner.post(
                        "orders",
                        Map.of(
                                "account",
                                quiet,
                                "number",
                                word,
                                "orderDate",
                                "2020-01-15",
                                "status",
                                "delivered",
                                "freight",
                                Map.of("amount", "120.00", "currency", "USD")))
                .expect(201);
        await().atMost(SOON).until(() -> insight(quiet).toString().contains("120"));
        JsonNode before = insight(quiet);
        String spoilt = account(word + " Phone");
        account(word + " Twin Mills");
        account(word + " Twin Mills Ltd");
        database.change(
                "UPDATE account SET phones = REPLACE(phones, '+4930901820', '+49 (0)30 901820') WHERE tenant_id = 1001"
                        + " AND name = ?",
                word + " Phone");
        age("account", "name", word + " Quiet");
        age("sales_order", "order_number", word);
        page.navigate("/app/admin/cleansing");
        page.getByText("Look through now").click();
        assertThat(page.locator("main")).containsText("being looked through");
        await().atMost(SOON)
                .until(() -> !owner.get("admin/cleansing/runs")
                        .json()
                        .at("/items/0/finishedAt")
                        .isNull());

        page.navigate("/app/admin/cleansing?kind=duplicate");
        assertThat(page.locator("tbody tr").first()).containsText("Compare and merge");
        String run = owner.get("admin/cleansing/runs").json().at("/items/0/id").asText();
        Assertions.assertThat(owner.all("admin/cleansing/runs/" + run + "/findings?kind=duplicate"))
                .anyMatch(finding -> finding.path("title").asText().startsWith(word + " Twin Mills"));
        page.navigate("/app/admin/cleansing?kind=phone");
        assertThat(line(word + " Phone")).containsText("Write +4930901820");
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        line(word + " Phone").getByText("Accept").click();
        assertThat(page.locator("main")).containsText("Accepted.");
        await().atMost(SOON)
                .until(() -> owner.get("accounts/" + spoilt)
                        .json()
                        .at("/phones/0/number")
                        .asText()
                        .equals("+4930901820"));

        page.navigate("/app/admin/cleansing?kind=stale");
        line(word + " Quiet").locator("input[type=checkbox]").check();
        page.locator("#accept").click();
        assertThat(page.locator("main")).containsText("Accepted.");
        await().atMost(SOON).until(() -> owner.get("accounts/" + quiet).json().has("archivedAt"));
        page.navigate("/app/admin/cleansing?kind=stale&all=true");
        assertThat(line(word + " Quiet")).containsText("Applied");

        Assertions.assertThat(insight(quiet)).isEqualTo(before);
        page.navigate("/app/accounts?q=" + word + "+Quiet");
        assertThat(page.locator("main")).not().containsText(word + " Quiet");
        page.navigate("/app/accounts/" + quiet);
        assertThat(page.locator(".gx-archived")).containsText(Pattern.compile("Archived by .* on "));
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        page.locator(".gx-archived button").click();
        assertThat(page.locator(".gx-archived")).hasCount(0);
        Assertions.assertThat(owner.get("accounts/" + quiet).json().has("archivedAt"))
                .isFalse();
        Assertions.assertThat(insight(quiet)).isEqualTo(before);
    }

    private JsonNode insight(String account) {
        return owner.get("accounts/" + account + "/insight").expect(200).json().path("purchases");
    }

    private Locator line(String title) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(title));
    }

    private String account(String name) {
        return owner.post(
                        "accounts",
                        Map.of("name", name, "phones", List.of(Map.of("label", "work", "number", "+4930901820"))))
                .expect(201)
                .id();
    }

    private void age(String table, String column, String value) {
        database.change(
                "UPDATE " + table + " SET updated_at = '2020-02-03 04:05:06' WHERE tenant_id = 1001 AND " + column
                        + " = ?",
                value);
    }
}
