package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed into a date is kept or refused, and never taken for nothing. */
@BrowserTest
class TypedDatesIT {

    private final Desk desk;
    private final RunningSystem system;
    private final String word = Samples.word();

    TypedDatesIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
    }

    @ParameterizedTest
    @CsvSource({
        "acme, 2026-05-04",
        "acme, 'May 4, 2026'",
        "acme, 4 May 2026",
        "globex, 2026-05-04",
        "globex, 2026/5/4",
        "globex, 2026年5月4日"
    })
    void aTypedDateIsSaved(String tenant, String typed) {
        Api api = system.partner(tenant + "-partner");
        String id = contact(api, Map.of("lastName", word));
        Page page = desk.of("owner@" + tenant + ".example");
        page.navigate("/app/contacts/" + id + "/edit");
        birthday(page).pressSequentially(typed);
        page.locator("[id='form:save']").click();
        page.waitForURL("**/contacts/" + id);
        assertThat(api.get("contacts/" + id).expect(200).json().path("birthday").asText())
                .isEqualTo("2026-05-04");
    }

    @Test
    void aDateStaysWhenTheRestOfTheFormIsSaved() {
        Api api = system.partner("globex-partner");
        String id = contact(api, Map.of("lastName", word, "birthday", "1987-12-31"));
        Page page = desk.of("owner@globex.example");
        page.navigate("/app/contacts/" + id + "/edit");
        assertThat(birthday(page)).hasValue("1987-12-31");
        birthday(page).focus();
        page.keyboard().press("Tab");
        page.locator("[id='form:lastName']").fill(word + "二");
        page.locator("[id='form:save']").click();
        page.waitForURL("**/contacts/" + id);
        assertThat(api.get("contacts/" + id).expect(200).json().path("birthday").asText())
                .isEqualTo("1987-12-31");
    }

    @ParameterizedTest
    @CsvSource({"acme, This must be a date", "globex, 此处应为日期"})
    void whatIsNoDateIsSaidAtTheFieldAndStaysThere(String tenant, String said) {
        Api api = system.partner(tenant + "-partner");
        String id = contact(api, Map.of("lastName", word, "birthday", "1987-12-31"));
        Page page = desk.of("owner@" + tenant + ".example");
        page.navigate("/app/contacts/" + id + "/edit");
        birthday(page).fill("2026-13-44");
        page.locator("[id='form:save']").click();
        assertThat(page.locator("#field-birthday .gx-err")).containsText(said);
        assertThat(birthday(page)).hasAttribute("aria-invalid", "true");
        assertThat(birthday(page)).hasAttribute("aria-describedby", "error-birthday");
        assertThat(birthday(page)).hasValue("2026-13-44");
        assertThat(page.locator("[data-summary]")).containsText(said);
        assertThat(api.get("contacts/" + id).expect(200).json().path("birthday").asText())
                .isEqualTo("1987-12-31");
    }

    @Test
    void aDayOfTheCalendarIsTakenToo() {
        Api api = system.partner("acme-partner");
        String id = contact(api, Map.of("lastName", word, "birthday", "2026-05-04"));
        Page page = desk.of("owner@acme.example");
        page.navigate("/app/contacts/" + id + "/edit");
        page.locator("#field-birthday .ui-datepicker-trigger").click();
        page.getByLabel("May 17").click();
        assertThat(birthday(page)).hasValue("May 17, 2026");
        page.locator("[id='form:save']").click();
        page.waitForURL("**/contacts/" + id);
        assertThat(api.get("contacts/" + id).expect(200).json().path("birthday").asText())
                .isEqualTo("2026-05-17");
    }

    @ParameterizedTest
    @CsvSource({"acme, 12/3", "globex, 2026/12"})
    void aBulkEditNeverEmptiesADateThatWasMistyped(String tenant, String typed) {
        Api api = system.partner(tenant + "-partner");
        String id = contact(api, Map.of("lastName", word, "birthday", "1987-12-31"));
        Page page = desk.of("owner@" + tenant + ".example");
        page.navigate("/app/contacts/bulk?change=birthday&q=" + word);
        birthday(page).fill(typed);
        page.locator("[id='form:run']").click();
        assertThat(page.locator("#field-birthday .gx-err")).isVisible();
        birthday(page).fill("2001-02-03");
        page.locator("[id='form:run']").click();
        page.waitForURL("**/jobs/*");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> api.get("contacts/" + id)
                        .expect(200)
                        .json()
                        .path("birthday")
                        .asText()
                        .equals("2001-02-03"));
    }

    @ParameterizedTest
    @CsvSource({"acme, A part of the date is missing", "globex, 日期不完整"})
    void aHalfTypedDateInAListIsRefused(String tenant, String said) {
        Api api = system.partner(tenant + "-partner");
        String id = contact(api, Map.of("lastName", word, "birthday", "1987-12-31"));
        String view = api.post(
                        "views",
                        Map.of(
                                "object",
                                "contacts",
                                "name",
                                word,
                                "shared",
                                true,
                                "columns",
                                List.of(Map.of("field", "name"), Map.of("field", "birthday"))))
                .expect(201)
                .id();
        Page page = desk.of("owner@" + tenant + ".example");
        page.navigate("/app/contacts?view=" + view + "&q=" + word);
        page.locator("td[data-edit=birthday]").click();
        Locator input = page.locator(".gx-celledit input[type=date]");
        input.focus();
        page.keyboard().press("Backspace");
        page.keyboard().press("Enter");
        assertThat(page.locator(".gx-celledit__err")).containsText(said);
        assertThat(api.get("contacts/" + id).expect(200).json().path("birthday").asText())
                .isEqualTo("1987-12-31");
        input.fill("2001-02-03");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-cell-toast]")).isVisible();
        assertThat(api.get("contacts/" + id).expect(200).json().path("birthday").asText())
                .isEqualTo("2001-02-03");
        api.delete("views/" + view);
    }

    private static String contact(Api api, Map<String, Object> values) {
        return api.post("contacts", values).expect(201).id();
    }

    private static Locator birthday(Page page) {
        return page.locator("[id='form:birthday_input']");
    }
}
