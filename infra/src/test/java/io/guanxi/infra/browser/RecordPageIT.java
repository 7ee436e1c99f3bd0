package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
class RecordPageIT {

    private final Api api;
    private final Api globex;
    private final Desk desk;
    private final Page page;
    private final String word = Samples.word();

    RecordPageIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        api = system.partner("acme-partner");
        globex = system.partner("globex-partner");
        page = desk.of("owner@acme.example");
    }

    @Test
    void aFormTellsEveryErrorAtItsFieldAndSavesWhenTheyAreGone() {
        page.navigate("/app/accounts/" + account());
        page.locator("a.gx-btn--primary", new Page.LocatorOptions().setHasText("Edit"))
                .click();
        field(page, "name").fill("");
        field(page, "employees").fill("many");
        save(page);
        assertThat(page.locator(".gx-sum li")).hasCount(2);
        assertThat(page.locator("#error-name .gx-err")).isVisible();
        assertThat(page.locator("#error-employees .gx-err")).isVisible();
        assertThat(field(page, "name")).hasAttribute("aria-invalid", "true");
        field(page, "name").fill(word + " corrected");
        field(page, "employees").fill("1,250");
        save(page);
        assertThat(page.locator("h1")).hasText(word + " corrected");
        assertThat(page.locator(".gx-tl")).containsText("1,250");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner@acme.example", "owner@globex.example"})
    void aFormThatIsSavedUntouchedChangesNothing(String person) {
        Api theirs = person.contains("acme") ? api : globex;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", word);
        // No list offers these.
        values.put("language", "de-CH");
        values.put("timeZone", "US/Pacific");
        values.put("currency", "XAU");
        values.put("employees", 1_234_567);
        values.put("annualRevenue", Map.of("amount", "1234567.8901", "currency", "USD"));
        values.put("website", "http://" + word + ".example/a?b=c#d");
        values.put("phones", List.of(Map.of("label", "fax", "number", "+4930901820")));
        values.put("description", "one\n\n  two");
        String path = "accounts/" + theirs.post("accounts", values).expect(201).id();
        String before = theirs.get(path).expect(200).text();
        Page own = desk.of(person);
        own.navigate("/app/" + path + "/edit");
        save(own);
        assertThat(own).hasURL(Pattern.compile(".*/app/" + path));
        Assertions.assertThat(theirs.get(path).expect(200).text()).isEqualTo(before);
    }

    @Test
    void datesStayAsTheyAreWhenAFormIsSavedUntouched() {
        String path = "contacts/"
                + api.post("contacts", Map.of("lastName", word, "birthday", "1999-12-31"))
                        .expect(201)
                        .id();
        String before = api.get(path).expect(200).text();
        page.navigate("/app/" + path + "/edit");
        save(page);
        assertThat(page).hasURL(Pattern.compile(".*/app/" + path));
        Assertions.assertThat(api.get(path).expect(200).text()).isEqualTo(before);
    }

    @Test
    void whoIsSecondSeesWhatTheFirstChangedAndMergesIt() {
        String id = account();
        Page other = desk.of("sales@acme.example");
        page.navigate("/app/accounts/" + id + "/edit");
        other.navigate("/app/accounts/" + id + "/edit");
        field(other, "name").fill(word + " of sales");
        field(other, "rating").selectOption("cold");
        save(other);
        assertThat(other.locator("h1")).hasText(word + " of sales");
        field(page, "name").fill(word + " of the owner");
        field(page, "website").fill("https://example.com/" + word);
        save(page);
        Locator conflict = page.locator(".gx-conflict");
        assertThat(conflict).containsText("saved this record first");
        assertThat(conflict.locator("tbody tr")).hasCount(1);
        assertThat(conflict).containsText(word + " of sales");
        conflict.locator("input[value=mine]").check();
        page.locator("[id='form:merge']").click();
        assertThat(page.locator("h1")).hasText(word + " of the owner");
        assertThat(page.locator(".gx-keys")).containsText("Cold");
        assertThat(page.locator(".gx-facts a[href='https://example.com/" + word + "']"))
                .isVisible();
    }

    @Test
    void aDeletedRecordIsBroughtBackByUndo() {
        String id = account();
        page.navigate("/app/accounts/" + id);
        page.locator("[id='acts:delete']").click();
        assertThat(page.locator("[data-toast]")).containsText(word + " deleted");
        api.get("accounts/" + id).expectProblem(404, "not-found");
        page.locator("[id='toast:undo']").click();
        assertThat(page.locator("[data-toast]")).containsText("1 record restored");
        page.navigate("/app/accounts/" + id);
        assertThat(page.locator("h1")).hasText(word);
    }

    @Test
    void aContactIsMadeWithItsCompanyAndMail() {
        account();
        page.navigate("/app/contacts/new");
        field(page, "firstName").fill("Grace");
        field(page, "lastName").fill(word);
        page.locator("[id='form:account_input']").pressSequentially(word);
        page.locator(".ui-autocomplete-panel li", new Page.LocatorOptions().setHasText(word))
                .first()
                .click();
        page.locator("[id='form:emails_add']").click();
        page.locator("#field-emails input[type=email]").fill(word + "@example.com");
        save(page);
        assertThat(page.locator("h1")).hasText("Grace " + word);
        assertThat(page.locator("a[href='mailto:" + word + "@example.com']").first())
                .isVisible();
        page.locator(".gx-facts a", new Page.LocatorOptions().setHasText(Pattern.compile(word + "$")))
                .first()
                .click();
        assertThat(page.locator("h1")).hasText(word);
        assertThat(page.locator(".gx-rec__col--r")).containsText("Grace " + word);
    }

    @Test
    void leavingAFormWithUnsavedChangesWarns() {
        page.navigate("/app/accounts/" + account() + "/edit");
        field(page, "name").fill("Never saved");
        boolean[] warned = {false};
        page.onDialog(dialog -> {
            warned[0] = dialog.type().equals("beforeunload");
            dialog.accept();
        });
        page.locator(".gx-rail a[href$='/app/contacts']").click();
        assertThat(page.locator("h1")).hasText("Contacts");
        org.assertj.core.api.Assertions.assertThat(warned[0]).isTrue();
    }

    private String account() {
        return api.post("accounts", Map.of("name", word, "rating", "hot"))
                .expect(201)
                .id();
    }

    private static Locator field(Page page, String name) {
        return page.locator("[id='form:" + name + "']");
    }

    private static void save(Page page) {
        page.locator("[id='form:save']").click();
    }
}
