package io.guanxi.web.customer;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.customers.lifecycle.Lifecycle;
import io.guanxi.customers.lifecycle.LifecycleView;
import io.guanxi.customers.lifecycle.StageRules;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page of the stages of all accounts: how many are in each, and how they go on. */
@Named("lifecycle")
@RequestScoped
public class LifecyclePage {

    @Inject
    private Lifecycle service;

    @Inject
    private LookBack lookBack;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    @Inject
    private Here here;

    private LifecycleView view;
    private ObjectDescriptor account;

    /**
     * A stage as a row of the chart.
     *
     * @param share   of all accounts, in words
     * @param style   length of its bar
     * @param entered accounts that came into it
     * @param next    what became of those, the next stage first
     */
    public record Row(
            String label, String count, String share, String href, String style, String entered, List<Next> next) {}

    /**
     * Into which other stage accounts went on.
     *
     * @param sentence for ears and for the pointer
     */
    public record Next(String label, String percent, String sentence, String style) {}

    @PostConstruct
    void readStages() {
        view = service.view(lookBack.getDays());
        account = objects.require(FactFields.ACCOUNT);
    }

    public String getLead() {
        return texts.of("lifecycle.lead", values.formats().count(view.count()), lookBack.getDays());
    }

    public boolean isUnmade() {
        return view.count() == 0;
    }

    public boolean isEditable() {
        return service.isEditable();
    }

    public String getRulesHref() {
        return here.href(StageRules.PATH);
    }

    public List<Row> getRows() {
        long most = Math.max(
                1,
                view.stages().stream()
                        .mapToLong(LifecycleView.Stage::count)
                        .max()
                        .orElse(1));
        return view.stages().stream().map(stage -> row(stage, most)).toList();
    }

    private Row row(LifecycleView.Stage stage, long most) {
        return new Row(
                label(stage.name()),
                values.formats().count(stage.count()),
                texts.of("lifecycle.share", Math.round(100.0 * stage.count() / Math.max(1, view.count()))),
                here.href(Accounts.PATH) + "?filter=lifecycleStage==" + stage.name(),
                String.format(Locale.ROOT, "width:%.1f%%", 100.0 * stage.count() / most),
                values.formats().count(stage.entered()),
                next(stage));
    }

    private List<Next> next(LifecycleView.Stage stage) {
        List<Next> next = new ArrayList<>();
        stage.reached().forEach((other, accounts) -> {
            int percent = stage.conversion(other);
            next.add(new Next(
                    label(other),
                    texts.of("lifecycle.percent", percent),
                    texts.of(
                            "lifecycle.reached",
                            values.formats().count(accounts),
                            values.formats().count(stage.entered()),
                            label(stage.name()),
                            label(other)),
                    "--p:" + percent + "%"));
        });
        return next;
    }

    private String label(String stage) {
        return Labels.option(account, account.require("lifecycleStage"), stage, texts.locale());
    }
}
