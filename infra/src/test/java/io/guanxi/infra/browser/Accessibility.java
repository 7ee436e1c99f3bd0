package io.guanxi.infra.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What axe finds on a page that keeps somebody from using it. */
final class Accessibility {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** Rows and choices are all alike: a few stand for the rest. */
    private static final List<String> REPEATED = List.of("#rows tr:nth-child(n+5)", "option:nth-child(n+5)");

    private Accessibility() {}

    /** The serious and critical findings, each with its rule and the first place it was found at. */
    static List<String> findings(Page page) {
        AxeBuilder axe = new AxeBuilder(page);
        REPEATED.forEach(axe::exclude);
        return axe.analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(rule -> page.url() + " " + rule.getId() + " " + rule.getHelp() + ": "
                        + rule.getNodes().get(0).getHtml() + " "
                        + rule.getNodes().get(0).getFailureSummary())
                .toList();
    }
}
