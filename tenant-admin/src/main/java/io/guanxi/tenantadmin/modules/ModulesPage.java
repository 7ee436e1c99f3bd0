package io.guanxi.tenantadmin.modules;

import io.guanxi.billing.ModuleState;
import io.guanxi.billing.ModuleSwitch;
import io.guanxi.billing.PlanTexts;
import io.guanxi.kernel.module.ModuleManifest;
import io.guanxi.kernel.module.Modules;
import io.guanxi.kernel.object.Labels;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules with what they bring, and the switch of each. */
@Named("modulesPage")
@RequestScoped
public class ModulesPage {

    static final String ADDRESS = "/app/admin/modules";

    private static final Set<String> DONE = Set.of("on", "off");

    @Inject
    private ModuleSwitch states;

    @Inject
    private Modules modules;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private List<Card> cards;

    /**
     * A module on the page.
     *
     * @param state    {@code on}, {@code off} or {@code missing} when the plan does not have it
     * @param objects  labels of its objects
     * @param more     labels of its further pages and jobs
     * @param needs    labels of the modules it cannot be without; empty for none
     * @param together what else is switched with it now, in a sentence; empty for nothing
     * @param plan     the plan that has it, in a sentence; empty when the tenant's own has it
     */
    public record Card(
            String name,
            String label,
            String text,
            String icon,
            String state,
            List<String> objects,
            List<String> more,
            String needs,
            String together,
            String plan) {}

    public List<Card> getCards() {
        if (cards == null) {
            List<ModuleState> all = states.list();
            Set<String> on =
                    all.stream().filter(ModuleState::on).map(ModuleState::name).collect(Collectors.toSet());
            cards = all.stream().map(state -> card(state, on)).toList();
        }
        return cards;
    }

    private Card card(ModuleState state, Set<String> on) {
        Locale locale = Texts.locale();
        ModuleManifest manifest = modules.require(state.name());
        List<String> missing =
                state.needs().stream().filter(other -> !on.contains(other)).toList();
        String together =
                state.on() ? sentence("modules.goesOff", state.neededBy()) : sentence("modules.goesOn", missing);
        return new Card(
                state.name(),
                modules.label(state.name(), locale),
                Labels.text(manifest.bundle(), "module.text", locale),
                manifest.icon(),
                state.on() ? "on" : state.entitled() ? "off" : "missing",
                modules.objects(state.name()).stream()
                        .map(object -> Labels.plural(object, locale))
                        .toList(),
                Stream.concat(
                                manifest.pages().stream().map(page -> "module.page." + page.replace('/', '.')),
                                manifest.jobs().stream().map(job -> "module.job." + job))
                        .map(key -> Labels.text(manifest.bundle(), key, locale))
                        .toList(),
                labels(state.needs()),
                together,
                state.entitled()
                        ? ""
                        : state.plan()
                                .map(plan -> Texts.of("modules.inPlan", PlanTexts.plan(plan, locale)))
                                .orElseGet(() -> Texts.of("modules.inNoPlan")));
    }

    private String sentence(String key, Collection<String> names) {
        return names.isEmpty() ? "" : Texts.of(key, labels(names));
    }

    private String labels(Collection<String> names) {
        return names.stream()
                .map(name -> modules.label(name, Texts.locale()))
                .collect(Collectors.joining(Texts.of("modules.comma")));
    }

    public String status(Card card) {
        return Texts.of("modules.state." + card.state());
    }

    /** Name of the switch, for those who do not see beside what it stands. */
    public String action(Card card) {
        return Texts.of(card.state().equals("on") ? "modules.off" : "modules.on", card.label());
    }

    /** Name of the colour of a badge. */
    public String colour(Card card) {
        return card.state().equals("on") ? "green" : "gray";
    }

    /** What was just done; empty when nothing was. */
    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("modules.done." + done) : "";
    }

    /** Switches the module, and with it what the page has said goes with it. */
    public void change(String name, boolean on) {
        if (!errors.submit(ADDRESS + "?done=" + (on ? "on" : "off"), () -> states.change(name, on, true))) {
            cards = null;
        }
    }
}
