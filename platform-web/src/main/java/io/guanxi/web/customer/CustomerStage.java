package io.guanxi.web.customer;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.customers.lifecycle.StageMoves;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Where the account of the page is in its life, and why. */
@Named("stage")
@RequestScoped
public class CustomerStage {

    @Inject
    private CustomerKnowledge knowledge;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    @Inject
    private Here here;

    /** One of the stages there are. */
    public record Step(String label, boolean current) {}

    public boolean isVisible() {
        return knowledge.isThere() && knowledge.get().stage().isPresent();
    }

    /** Name of the stage. */
    public String getName() {
        return label(knowledge.get().stage().orElseThrow());
    }

    /** All stages in their order. */
    public List<Step> getSteps() {
        String current = knowledge.get().stage().orElseThrow();
        return Accounts.STAGES.stream()
                .map(stage -> new Step(label(stage), stage.equals(current)))
                .toList();
    }

    /** Since when, by whom; empty when the account never left its first stage. */
    public String getWhy() {
        return knowledge.get().stageWhy().map(this::sentence).orElse("");
    }

    private String sentence(StageMoves.Move move) {
        String day = values.formats().instant(move.at());
        String by = move.by().equals(Caller.SYSTEM_NAME) ? texts.of("timeline.system") : move.by();
        return move.from().isEmpty()
                ? texts.of("stage.first", day, by)
                : texts.of("stage.moved", label(move.from()), day, by);
    }

    /** What the person said who moved it, or the name of the rule that did; empty for neither. */
    public String getReason() {
        return knowledge
                .get()
                .stageWhy()
                .map(move -> move.isByHand() ? move.reason() : texts.of("stage.rule", move.rule()))
                .orElse("");
    }

    /** Address of the form in which it is moved by hand. */
    public String getEditHref() {
        return here.href(Accounts.PATH + "/" + here.getId() + "/edit");
    }

    private String label(String stage) {
        ObjectDescriptor account = objects.require(FactFields.ACCOUNT);
        return Labels.option(account, account.require("lifecycleStage"), stage, texts.locale());
    }
}
