package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Views over a list as people make and use them: filters, columns, colours, groups, boards, and values changed in place. */
@BrowserTest
class ViewsPageIT {

    private final Desk desk;
    private final Api api;
    private final Page page;
    private final String word = Samples.word();

    ViewsPageIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        api = system.person("owner@acme.example");
        page = desk.of("owner@acme.example");
    }

    @Test
    void aNestedFilterIsBuiltReadAsASentenceAndSavedAsAView() {
        make("one", "customer", 10);
        make("two", "partner", 500);
        make("three", "prospect", 5);
        page.navigate("/app/accounts?q=" + word);
        page.locator("[data-filter]").click();
        page.locator(".gx-filterrow button").first().click();
        page.locator("[data-add=group]").first().click();
        row(0).locator("select").first().selectOption("type");
        row(0).locator("input[value=''], input[type=checkbox]").first().waitFor();
        row(0).locator("label", new Locator.LocatorOptions().setHasText("Customer"))
                .locator("input")
                .check();
        row(1).locator("select").first().selectOption("employees");
        row(1).locator("input[type=text]").fill("100");
        submit();
        assertThat(titles()).hasCount(2);
        assertThat(page.locator(".gx-chip__text").first())
                .hasText(Pattern.compile("\\s*Type is any of Customer or Employees at least 100\\s*"));
        assertThat(page.locator("[data-unsaved]")).hasCount(1);
        saveAs("V " + word, false);
        assertThat(page.locator(".gx-tab[aria-current=page]")).containsText("V " + word);
        assertThat(page.locator("[data-unsaved]")).hasCount(0);
        assertThat(titles()).hasCount(2);
        page.locator(".gx-chip a").first().click();
        assertThat(page.locator("[data-unsaved]")).hasCount(1);
        page.locator(".gx-changed [data-view-act=save]").click();
        assertThat(page.locator("[data-unsaved]")).hasCount(0);
        page.locator("[popovertarget=menu-view]").click();
        page.locator("#menu-view [data-view-act=delete]").click();
        assertThat(page.locator(".gx-tab", new Page.LocatorOptions().setHasText("V " + word)))
                .hasCount(0);
    }

    @Test
    void aConditionThatCannotBeServedIsToldAtItsPlace() {
        page.navigate("/app/accounts");
        page.locator("[data-filter]").click();
        row(0).locator("select").first().selectOption("employees");
        row(0).locator("input[type=text]").fill("many");
        page.locator("dialog[open] button[type=submit]").click();
        assertThat(row(0).locator("[data-trouble]")).isVisible();
        assertThat(row(0).locator("[data-trouble]")).containsText("many");
    }

    @Test
    void columnsAreChosenForTheViewByOnePersonAlone() {
        make("one", "customer", 10);
        page.navigate("/app/accounts?view=customers&q=" + word);
        page.locator("[data-view-act=columns]").click();
        page.locator("[data-show=employees]").click();
        Locator shown = page.locator("[data-column=employees]");
        shown.locator("input").fill("180");
        shown.locator("[data-grip]").press("ArrowUp");
        submit();
        assertThat(page.locator("th", new Page.LocatorOptions().setHasText("Employees")))
                .hasCount(1);
        page.reload();
        assertThat(page.locator("th", new Page.LocatorOptions().setHasText("Employees")))
                .hasCount(1);
        Page other = desk.of("sales@acme.example");
        other.navigate("/app/accounts?view=customers");
        assertThat(other.locator("th", new Page.LocatorOptions().setHasText("Employees")))
                .hasCount(0);
        page.locator("[data-view-act=columns]").click();
        page.locator("dialog[open] .gx-dialog__f .gx-linkbtn").click();
        assertThat(page.locator("th", new Page.LocatorOptions().setHasText("Employees")))
                .hasCount(0);
    }

    @Test
    void aValueIsChangedWhereItStandsAndPutBack() {
        String id = make("one", "customer", 10);
        page.navigate("/app/accounts?q=" + word);
        cell("type").click();
        cell("type").locator("select").selectOption("partner");
        cell("type").locator("select").press("Enter");
        assertThat(cell("type")).containsText("Partner");
        waitFor(() -> value(id, "type").equals("partner"));
        page.locator("[data-cell-undo]").click();
        assertThat(cell("type")).containsText("Customer");
        cell("name").press("F2");
        cell("name").locator("input").fill("");
        cell("name").locator("input").press("Enter");
        assertThat(cell("name").locator("[role=alert]")).isVisible();
        cell("name").locator("input").press("Escape");
        assertThat(titles().first()).hasText(word + " one");
    }

    @Test
    void whoChangesAValueSecondSeesWhatTheFirstHasSaved() {
        String id = make("one", "customer", 10);
        page.navigate("/app/accounts?q=" + word);
        cell("type").click();
        cell("type").locator("select").waitFor();
        api.patch("accounts/" + id, Map.of("type", "prospect")).expect(200);
        cell("type").locator("select").selectOption("partner");
        cell("type").locator("select").press("Enter");
        assertThat(cell("type")).containsText("Prospect");
        assertThat(page.locator("[data-cell-toast]")).containsText("Somebody else");
        waitFor(() -> value(id, "type").equals("prospect"));
    }

    @Test
    void aListIsDividedIntoGroupsThatFoldAndLoadByThemselves() {
        make("one", "customer", 10);
        make("two", "customer", 20);
        make("three", "partner", 5);
        page.navigate("/app/accounts?group=type&q=" + word);
        assertThat(page.locator(".gx-group")).hasCount(2);
        assertThat(page.locator(".gx-group").first()).containsText("2");
        assertThat(page.locator("tr[data-id]")).hasCount(3);
        page.locator("[data-group-toggle]").first().click();
        assertThat(page.locator("tr[data-id]:visible")).hasCount(1);
    }

    @Test
    void rowsThatARuleFitsAreColoured() {
        make("one", "customer", 10);
        make("two", "partner", 20);
        api.post(
                        "views",
                        Map.of(
                                "object",
                                "accounts",
                                "name",
                                "C " + word,
                                "colours",
                                java.util.List.of(Map.of("filter", "type==partner", "colour", "green"))))
                .expect(201);
        page.navigate("/app/accounts?q=" + word);
        page.locator(".gx-tab", new Page.LocatorOptions().setHasText("C " + word))
                .click();
        assertThat(page.locator("tr.gx-tint--green")).hasCount(1);
        assertThat(page.locator("tr.gx-tint--green")).containsText("two");
    }

    @Test
    void aCardIsMovedByKeyboardAndByMouseAndTheSecondIsTold() {
        String id = make("one", "customer", 10);
        page.navigate("/app/accounts?as=board:type&q=" + word);
        Locator card = page.locator("[data-id='" + id + "']");
        card.waitFor();
        assertThat(page.locator("[data-drop=partner] .gx-count")).hasText("0");
        assertThat(page.locator("[data-drop=partner] li")).hasCount(0);
        card.locator("[data-move]").click();
        page.locator("dialog[open] label", new Page.LocatorOptions().setHasText("Partner"))
                .locator("input")
                .check();
        submit();
        assertThat(page.locator("[data-drop=partner] [data-id='" + id + "']")).hasCount(1);
        assertThat(page.locator("[data-head=partner] .gx-count")).hasText("1");
        waitFor(() -> value(id, "type").equals("partner"));
        card.dragTo(page.locator("[data-drop=prospect]"));
        assertThat(page.locator("[data-drop=prospect] [data-id='" + id + "']")).hasCount(1);
        waitFor(() -> value(id, "type").equals("prospect"));
        api.patch("accounts/" + id, Map.of("type", "customer")).expect(200);
        card.dragTo(page.locator("[data-drop=partner]"));
        assertThat(page.locator("[data-cell-toast]")).containsText("Somebody else");
        assertThat(page.locator("[data-drop=customer] [data-id='" + id + "']")).hasCount(1);
    }

    @Test
    void recordsStandOnTheirDayAndAreMovedToAnother() {
        String id = api.post("orders", Map.of("number", word, "orderDate", "2026-10-14"))
                .expect(201)
                .id();
        page.navigate("/app/orders?as=calendar:orderDate&on=2026-10-01&q=" + word);
        Locator entry = page.locator("[data-drop='2026-10-14'] [data-id='" + id + "']");
        assertThat(entry).containsText(word);
        entry.dragTo(page.locator("[data-drop='2026-10-20']"));
        assertThat(page.locator("[data-drop='2026-10-20'] [data-id='" + id + "']"))
                .hasCount(1);
        waitFor(() -> api.get("orders/" + id).json().path("orderDate").asText().equals("2026-10-20"));
    }

    @Test
    void onAPhoneNothingIsChangedInPlace() {
        make("one", "customer", 10);
        Page phone = desk.of("owner@acme.example", desk.phone("en"));
        phone.navigate("/app/accounts?q=" + word);
        phone.locator("td[data-edit=type]").click();
        assertThat(phone.locator(".gx-celledit")).hasCount(0);
    }

    private String make(String name, String type, int employees) {
        return api.post("accounts", Map.of("name", word + " " + name, "type", type, "employees", employees))
                .expect(201)
                .id();
    }

    /** What is moved or changed shows at once and is saved a moment later. */
    private void waitFor(BooleanSupplier saved) {
        page.waitForCondition(saved);
    }

    private String value(String id, String field) {
        return api.get("accounts/" + id).json().path(field).asText();
    }

    private void saveAs(String name, boolean shared) {
        page.locator("[popovertarget=menu-view]").click();
        page.locator("#menu-view [data-view-act=create]").click();
        page.locator("#view-name").fill(name);
        if (shared) {
            page.locator("dialog[open] label.gx-check input").first().check();
        }
        submit();
    }

    private void submit() {
        page.locator("dialog[open] button[type=submit]").click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    private Locator row(int number) {
        return page.locator(".gx-filterrow").nth(number);
    }

    private Locator cell(String field) {
        return page.locator("td[data-edit=" + field + "]").first();
    }

    private Locator titles() {
        return page.locator("#rows td[data-card=title] a");
    }
}
