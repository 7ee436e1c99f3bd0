package io.guanxi.infra.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.guanxi.infra.proof.PretendedRun;
import io.guanxi.infra.proof.ProofPart;
import io.guanxi.infra.system.support.KeptProof;
import io.guanxi.infra.system.support.RunningSystem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page about the isolation of companies, with an outcome to show. */
@BrowserTest
class IsolationPageIT {

    private static final String WIDER = "() => document.documentElement.scrollWidth > window.innerWidth";

    private final Desk desk;
    private final RunningSystem system;
    private KeptProof kept;

    IsolationPageIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        this.system = system;
    }

    @BeforeEach
    void anOutcome() throws IOException {
        kept = KeptProof.setAside(system);
        PretendedRun.write(system.home().proof(), Optional.empty(), Optional.of(ProofPart.MIX));
    }

    @AfterEach
    void putBack() throws IOException {
        kept.close();
    }

    @Test
    void anAdminReadsWhatWasTriedAndWhatCameOfIt() {
        Page page = desk.of("owner@acme.example");
        page.navigate("/app/admin/company");
        page.locator(".gx-subnav a[href$='/app/admin/isolation']").click();
        assertThat(page.locator("#outcome").innerText()).isEqualTo("Failed");
        assertThat(page.locator(".gx-card .gx-badge--green").allInnerTexts())
                .hasSize(ProofPart.values().length - 1)
                .containsOnly("Held");
        assertThat(page.locator("h2").allInnerTexts())
                .contains("Forged and misused tokens", "What this does not prove");
        assertThat(Accessibility.findings(page)).isEmpty();
    }

    @Test
    void itIsThereInChineseOnAPhoneToo() {
        Page page = desk.of("owner@globex.example", desk.phone("zh-CN"));
        page.navigate("/app/admin/isolation");
        assertThat(page.locator("#outcome").innerText()).isEqualTo("未通过");
        assertThat(new ForeignWords(system.partner("globex-partner")).on(page)).isEqualTo(List.of());
        assertThat((Boolean) page.evaluate(WIDER)).isFalse();
        assertThat(Accessibility.findings(page)).isEmpty();
    }
}
