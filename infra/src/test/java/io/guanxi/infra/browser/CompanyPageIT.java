package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.guanxi.infra.system.support.NewCompany;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.Tokens;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The page on which admins say what their company is called, how its pages look and when it works. */
@BrowserTest
class CompanyPageIT {

    private final Desk desk;
    private final RunningSystem system;
    private final String word = Samples.word();

    CompanyPageIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
    }

    @Test
    void anAdminChangesTheLookOfThePagesAndTheDaysOff() throws IOException {
        system.database().change("DELETE FROM sign_up_attempt");
        NewCompany company =
                new NewCompany(system, word + "@newcomer.example").receive().complete(Map.of("slug", word));
        Page page = desk.window("en");
        page.navigate("/app/admin/company");
        desk.logIn(page, company.email(), Tokens.DEMO_PASSWORD);

        page.locator("#accent").fill("#ffee00");
        page.locator("#save").click();
        assertThat(page.locator("#error-accent")).containsText("The nearest that can: #");
        page.locator("#accent").fill("#7a1fa2");
        page.locator("#name").fill("Zq " + word);
        page.locator("[id='week:5:from']").fill("10:00");
        page.locator("[id='week:5:until']").fill("14:00");
        page.locator("#save").click();
        assertThat(page.locator("[role=status].gx-msg")).isVisible();
        assertThat(page.locator("[id='week:5:until']")).hasValue("14:00");
        assertThat(page.locator("#save")).hasCSS("background-color", "rgb(122, 31, 162)");

        page.locator("#logo").setInputFiles(new FilePayload("logo.png", "image/png", picture()));
        page.locator("#upload").click();
        assertThat(page.locator(".gx-rail__brand .gx-logo")).isVisible();
        page.locator("#logo")
                .setInputFiles(new FilePayload("logo.png", "image/png", "no picture".getBytes(StandardCharsets.UTF_8)));
        page.locator("#upload").click();
        assertThat(page.locator("#error-logo")).containsText("no PNG or JPEG");

        page.locator("#dayDate").fill(page.locator("h2 + span b").textContent() + "-08-08");
        page.locator("#dayName").fill("Outing " + word);
        page.locator("#put-day").click();
        Locator day = page.locator("tr", new Page.LocatorOptions().setHasText("Outing " + word));
        assertThat(day).containsText("Day off");
        day.locator("button").click();
        assertThat(page.locator("table")).not().containsText("Outing");
        page.navigate("/app");
        assertThat(page.locator("h1")).hasText("Zq " + word);
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(120, 24, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
