package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@BrowserTest
class SearchPageIT {

    private final Api api;
    private final Desk desk;
    private final Page page;
    private final String word = Samples.word();

    SearchPageIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        api = system.partner("acme-partner");
        page = desk.of("owner@acme.example");
    }

    @Test
    void recordsAreProposedWhileOneTypesAndOpenedByKeyboard() {
        String id = account(word + " Foods");
        page.navigate("/app");
        page.keyboard().press("/");
        page.keyboard().type(word.substring(0, word.length() - 1));
        Locator proposals = page.locator("#find-list [role=option]");
        assertThat(proposals.first()).containsText(word + " Foods");
        assertThat(page.locator("#find-list mark").first()).hasText(word.substring(0, word.length() - 1));
        page.keyboard().press("ArrowDown");
        assertThat(proposals.first()).hasAttribute("aria-selected", "true");
        assertThat(page.locator("#find")).hasAttribute("aria-activedescendant", Pattern.compile(".+"));
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/accounts/" + id));
        page.locator("#find").click();
        assertThat(page.locator("#find-list [role=option]").first()).containsText(word + " Foods");
        page.keyboard().press("Escape");
        assertThat(page.locator("#find-list")).isHidden();
    }

    @Test
    void enterWithoutAChoiceLeadsToAllResults() {
        account(word + " one");
        account(word + " two");
        page.navigate("/app");
        page.locator("#find").fill(word);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/search\\?q=" + word));
        assertThat(page.locator("a.gx-rel")).hasCount(2);
    }

    @Test
    void thePaletteGoesToPagesDoesThingsAndFindsRecords() {
        account(word);
        page.navigate("/app");
        palette("contacts");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/app/contacts$"));
        palette("cleansing");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/app/admin/cleansing$"));
        palette("new account");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/accounts/new"));
        palette("appearance dark");
        page.keyboard().press("Enter");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        palette("appearance light");
        page.keyboard().press("Enter");
        palette(word);
        assertThat(page.locator("#palette-list .gx-hit").first()).containsText(word);
        Assertions.assertThat(Accessibility.findings(page)).isEmpty();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText(word);
        palette(word);
        page.keyboard().press("Escape");
        assertThat(page.locator("#palette")).isHidden();
    }

    @Test
    void aLateAnswerNeverReplacesANewerOne() {
        String older = account("Older " + word);
        String newer = account("Newer " + word);
        List<Route> held = new ArrayList<>();
        page.route(Pattern.compile(".*/search\\?.*fragment=1.*q=Older.*"), held::add);
        page.navigate("/app");
        page.locator("#find").fill("Older " + word);
        page.waitForCondition(() -> !held.isEmpty());
        page.locator("#find").fill("Newer " + word);
        Locator first = page.locator("#find-list [role=option]").first();
        assertThat(first).hasAttribute("href", Pattern.compile(".*/" + newer));
        held.get(0).resume();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/accounts/" + newer));
        Assertions.assertThat(older).isNotEqualTo(newer);
    }

    @Test
    void whatIsShownStaysWhileASlowServerThinks() {
        account(word + " one");
        page.navigate("/app");
        page.locator("#find").fill(word);
        Locator first = page.locator("#find-list [role=option]").first();
        assertThat(first).containsText(word + " one");
        List<Route> held = new ArrayList<>();
        page.route(Pattern.compile(".*/search\\?.*fragment=1.*"), held::add);
        page.keyboard().press("End");
        page.keyboard().type(" o");
        page.waitForCondition(() -> !held.isEmpty());
        assertThat(first).isVisible();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/search\\?q=" + word + "\\+o"));
    }

    @Test
    void anInputMethodIsNotSearchedHalfWay() {
        List<String> asked = new ArrayList<>();
        Page chinese = desk.of("owner@globex.example");
        chinese.onRequest(request -> {
            if (request.url().contains("fragment=1")) {
                asked.add(request.url());
            }
        });
        chinese.clock().install();
        chinese.navigate("/app");
        chinese.locator("#find").focus();
        chinese.clock().runFor(1000);
        asked.clear();
        compose(chinese, "hao", true);
        chinese.clock().runFor(1000);
        Assertions.assertThat(asked).isEmpty();
        compose(chinese, "好", false);
        chinese.clock().runFor(1000);
        chinese.waitForCondition(() -> !asked.isEmpty());
        Assertions.assertThat(asked).singleElement().asString().endsWith("q=%E5%A5%BD");
    }

    /** What a browser tells of an input method, which a test cannot switch on. */
    private static void compose(Page page, String text, boolean goesOn) {
        page.locator("#find")
                .evaluate(
                        "(input, [text, goesOn]) => { input.value = text;"
                                + " input.dispatchEvent(new CompositionEvent(goesOn ? 'compositionstart' : 'compositionupdate'));"
                                + " input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));"
                                + " if (!goesOn) input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })); }",
                        List.of(text, goesOn));
    }

    @Test
    void onAPhoneAndInChineseTheProposalsFitTheScreen() {
        Page phone = desk.of("owner@globex.example", desk.phone("zh-CN"));
        phone.navigate("/app");
        phone.locator("#find").fill("a");
        assertThat(phone.locator("#find-list")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        Assertions.assertThat(phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        Assertions.assertThat(Accessibility.findings(phone)).isEmpty();
    }

    private void palette(String text) {
        page.waitForLoadState();
        page.keyboard().press("Control+k");
        page.locator("#palette input").fill(text);
        Locator first = page.locator("#palette-list [role=option][aria-selected=true]");
        assertThat(first)
                .containsText(Pattern.compile(text.split(" ")[text.split(" ").length - 1], Pattern.CASE_INSENSITIVE));
    }

    private String account(String name) {
        return api.post("accounts", Map.of("name", name, "tags", List.of()))
                .expect(201)
                .id();
    }
}
