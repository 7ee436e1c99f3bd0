package io.guanxi.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.guanxi.infra.system.support.ForeignRealm;
import io.guanxi.infra.system.support.NameServer;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.Tokens;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An admin sets the company's identity provider up on its page. */
@BrowserTest
class IdentityProviderPageIT {

    private final Desk desk;
    private final RunningSystem system;
    private final String word = Samples.word();

    IdentityProviderPageIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
    }

    @Test
    void fromTheProofOfADomainToAProviderThatIsOn() {
        Company company = Newcomers.company(system, "business");
        Page page = desk.window("en");
        page.navigate("/app/admin/identity-provider");
        desk.logIn(page, company.email(), Tokens.DEMO_PASSWORD);

        page.locator("#domain").fill("gmail.com");
        page.locator("#add-domain").click();
        assertThat(page.locator("#error-domain")).containsText("it is no company's");
        page.locator("#domain").fill(word + ".example");
        page.locator("#add-domain").click();
        Locator domain = page.locator(".ta-domain");
        assertThat(domain).containsText("Waiting for proof");
        try (NameServer names = new NameServer(system)) {
            names.put(
                    page.locator("#record-name-0").textContent(),
                    page.locator("#record-value-0").textContent());
            domain.locator("button", new Locator.LocatorOptions().setHasText("Look for the proof"))
                    .click();
            assertThat(domain).containsText("Proved");
        }
        try (ForeignRealm realm = new ForeignRealm(system, word)) {
            realm.oidc(page.locator("#return-address").textContent());
            page.locator("#address").fill(realm.issuer());
            page.locator("#clientId").fill(ForeignRealm.CLIENT);
            page.locator("#save").click();
            assertThat(page.locator("#error-clientSecret")).containsText("needed again");
            page.locator("#clientSecret").fill(ForeignRealm.SECRET);
            page.locator("#save").click();
            assertThat(page.locator("[role=status].gx-msg")).containsText("is set up");
            assertThat(page.locator("#clientSecret")).hasValue("");
            page.locator("#on").click();
            assertThat(page.locator("[role=status].gx-msg")).containsText("from now on");
            page.locator("#test").click();
            assertThat(page.locator(".ta-step[data-done=true]")).hasCount(5);
            Assertions.assertThat(Accessibility.findings(page)).isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Desk.pictures("screenshots").resolve("identity-provider-set-up.png")));
        }
        page.locator("[popovertarget=ask-remove]").click();
        page.locator("#remove").click();
        assertThat(page.locator("[role=status].gx-msg")).containsText("is removed");
    }

    @Test
    void metadataAreUploaded() {
        Company company = Newcomers.company(system, "business");
        Page page = desk.window("en");
        page.navigate("/app/admin/identity-provider?protocol=saml");
        desk.logIn(page, company.email(), Tokens.DEMO_PASSWORD);
        try (ForeignRealm realm = new ForeignRealm(system, word)) {
            page.locator("#metadata").setInputFiles(file("<nothing/>"));
            page.locator("#save").click();
            assertThat(page.locator("#error-metadata")).containsText("no metadata");
            String metadata = page.request().get(realm.metadata()).text();
            page.locator("#metadata").setInputFiles(file(metadata));
            page.locator("#save").click();
            assertThat(page.locator("[role=status].gx-msg")).containsText("is set up");
            assertThat(page.locator(".ta-facts")).containsText(realm.issuer());
        }
    }

    private static FilePayload file(String text) {
        return new FilePayload("metadata.xml", "application/xml", text.getBytes(StandardCharsets.UTF_8));
    }
}
