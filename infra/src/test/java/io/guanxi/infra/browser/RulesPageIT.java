package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Samples;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@BrowserTest
class RulesPageIT {

    private static final String PAGE = "/app/admin/rules?object=contacts";

    private final Desk desk;
    private final String word = Samples.word();

    RulesPageIT(Desk desk) {
        this.desk = desk;
    }

    @Test
    void aRuleIsWordedWithTheKeyboardTriedActsAndIsTakenAwayAgain() {
        Page page = desk.of("owner@acme.example");
        page.navigate(PAGE + "&new=");
        page.locator("#name").fill("No " + word);
        Locator condition = page.locator("#condition");
        condition.click();
        page.keyboard().type("jobTi");
        Locator proposals = page.locator("#list-condition [role=option]");
        assertThat(proposals.first()).containsText("jobTitle");
        assertThat(condition).hasAttribute("aria-activedescendant", "list-condition-0");
        page.keyboard().press("Enter");
        assertThat(condition).hasValue("jobTitle");
        page.keyboard().type(" != '" + word + "' && dep");
        assertThat(proposals.first()).containsText("department");
        page.keyboard().press("Escape");
        page.keyboard().press("Backspace");
        page.keyboard().type("partmnt == null");
        assertThat(page.locator("#problems-condition")).containsText("Do you mean department?");
        assertThat(page.locator("mark.ta-wrong")).hasText("departmnt");
        page.locator(".ta-place").click();
        page.keyboard().type("department");
        assertThat(page.locator("#problems-condition li")).hasCount(0);
        condition.fill("jobTitle != '" + word + "'");
        page.locator("#english").fill("No such job");

        Locator value = page.locator("#try-jobTitle");
        value.fill(word);
        page.locator("#try-run").click();
        assertThat(page.locator("[data-rule-result]")).containsText("Refused");
        assertThat(page.locator("[data-rule-result]")).containsText("No such job");
        value.fill("else");
        value.press("Enter");
        assertThat(page.locator("[data-rule-result]")).containsText("Accepted");
        page.locator("#place").selectOption("jobTitle");
        page.locator("#save").click();
        Locator link = page.locator("td a", new Page.LocatorOptions().setHasText("No " + word));
        assertThat(link).isVisible();

        page.navigate("/app/contacts/new");
        page.locator("[id='form:lastName']").fill("Zz " + word);
        page.locator("[id='form:jobTitle']").fill(word);
        page.locator("[id='form:save']").click();
        assertThat(page.locator("#error-jobTitle, [id='form:error-jobTitle']").first())
                .containsText("No such job");

        page.navigate(PAGE);
        link.click();
        page.locator("#remove").click();
        assertThat(page.locator("[role=status].gx-msg")).isVisible();
        assertThat(link).hasCount(0);
    }

    @Test
    void mistakesAreToldInChineseAndNothingIsLost() {
        Page page = desk.of("owner@globex.example");
        page.navigate(PAGE + "&new=");
        page.locator("#name").fill(word);
        page.locator("#condition").fill("1 +");
        assertThat(page.locator("#problems-condition li")).containsText(Pattern.compile("[\\u4e00-\\u9fff]"));
        page.locator("#save").click();
        assertThat(page.locator("#error-messages")).containsText(Pattern.compile("[\\u4e00-\\u9fff]"));
        assertThat(page.locator("#error-condition, #problems-condition")
                        .locator(".gx-err")
                        .first())
                .containsText(Pattern.compile("[\\u4e00-\\u9fff]"));
        assertThat(page.locator("#condition")).hasValue("1 +");
    }
}
