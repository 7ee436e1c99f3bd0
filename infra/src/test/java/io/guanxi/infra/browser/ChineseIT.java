package io.guanxi.infra.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.RunningSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second language: no page shows a word of the first, beyond what people typed and a short list of names. */
@BrowserTest
class ChineseIT {

    private final Desk desk;
    private final RunningSystem system;

    ChineseIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
    }

    @Test
    void noPageOfACompanyShowsAnEnglishWord() {
        Page page = desk.of("owner@globex.example");
        ForeignWords words = new ForeignWords(system.partner("globex-partner"));
        Map<String, List<String>> found = new LinkedHashMap<>();
        Places.in(system.partner("globex-partner")).forEach((name, place) -> {
            page.navigate(place);
            keep(found, name, words.on(page));
        });
        assertThat(found).isEmpty();
    }

    @Test
    void whatAFormSaysIsChinese() {
        Page page = desk.of("owner@globex.example");
        ForeignWords words = new ForeignWords(system.partner("globex-partner"));
        Map<String, List<String>> found = new LinkedHashMap<>();
        page.navigate("/app/accounts/new");
        for (String list : List.of("phones", "emails", "addresses")) {
            page.locator("[id='form:" + list + "_add']").click();
            page.locator("#field-" + list + " .gx-listrow").waitFor();
        }
        page.locator("[id='form:employees']").fill("许多");
        page.locator("[id='form:website']").fill("网址");
        page.locator("[id='form:annualRevenue']").fill("很多");
        page.locator("#field-emails input").fill("邮箱");
        page.locator("#field-phones input").fill("电话");
        page.locator("[id='form:save']").click();
        page.locator(".gx-sum li").first().waitFor();
        keep(found, "form with errors", words.on(page));
        page.navigate("/app/contacts");
        page.locator("[data-filter]").click();
        page.locator(".gx-filterrow").first().waitFor();
        keep(found, "filter", words.on(page));
        page.keyboard().press("Escape");
        page.locator("[data-view-act=columns]").click();
        page.locator(".gx-colpick").waitFor();
        keep(found, "columns", words.on(page));
        page.keyboard().press("Escape");
        page.locator("[popovertarget=menu-view]").click();
        keep(found, "menu of the view", words.on(page));
        page.locator("#menu-view [data-view-act=create]").click();
        page.locator("[data-add=colour]").click();
        keep(found, "new view", words.on(page));
        assertThat(found).isEmpty();
    }

    @Test
    void theWayInIsChinese() {
        Page page = desk.window("zh-CN");
        ForeignWords words = new ForeignWords(system.partner("globex-partner"));
        Map<String, List<String>> found = new LinkedHashMap<>();
        page.navigate("/app");
        keep(found, "log-in", words.on(page));
        desk.logIn(page, "owner@globex.example", "wrong");
        page.locator("#input-error").waitFor();
        keep(found, "wrong password", words.on(page));
        assertThat(found).isEmpty();
    }

    private static void keep(Map<String, List<String>> found, String place, List<String> words) {
        if (!words.isEmpty()) {
            found.put(place, new ArrayList<>(words));
        }
    }
}
