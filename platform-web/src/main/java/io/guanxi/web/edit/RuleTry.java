package io.guanxi.web.edit;

import io.guanxi.customers.classes.Classification;
import io.guanxi.customers.lifecycle.StageRules;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.record.RulePreview;
import io.guanxi.kernel.record.TagRules;
import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.kernel.tag.Tags;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** Tries the rule in the form of a stage rule or a tag on the newest records, before it is saved. */
@Named("ruleTry")
@RequestScoped
public class RuleTry {

    private static final String RULE = "rule";
    private static final String OBJECT = "ruleObject";

    @Inject
    private Here here;

    @Inject
    private RecordForm form;

    @Inject
    private FormErrors errors;

    @Inject
    private Classification classification;

    @Inject
    private TagRules tags;

    @Inject
    private Texts texts;

    private RulePreview preview;

    /** Whether the form has a rule that can be tried. */
    public boolean isVisible() {
        boolean isRuled = here.getPath().equals(StageRules.PATH) || isTag();
        return isRuled && form.getInputs().containsKey(RULE);
    }

    private boolean isTag() {
        return here.object().name().equals(Tags.OBJECT);
    }

    /** Asks the rule as it stands in the form. */
    public void run() {
        errors.clear();
        String rule = text(RULE);
        List<FieldError> missing = new ArrayList<>();
        if (rule.isBlank()) {
            missing.add(FieldError.of("/" + RULE, "required"));
        }
        if (isTag() && text(OBJECT).isEmpty()) {
            missing.add(FieldError.of("/" + OBJECT, "required"));
        }
        if (!missing.isEmpty()) {
            errors.show(missing);
            return;
        }
        try {
            preview = isTag() ? tags.preview(text(OBJECT), rule) : classification.preview(rule);
        } catch (InvalidRule e) {
            errors.show(e.problems().stream()
                    .map(problem -> FieldError.of(
                            "/" + RULE,
                            "rule.wrong",
                            problem.line(),
                            problem.column(),
                            problem.message(texts.locale())))
                    .toList());
        } catch (DomainException e) {
            errors.show(List.of(FieldError.of("/" + RULE, e.code(), e.args().toArray())));
        }
    }

    private String text(String field) {
        Object value = form.getInputs().get(field).external();
        return value == null ? "" : value.toString();
    }

    /** What came of it; empty before. */
    public String getResult() {
        return preview == null ? "" : texts.of("ruleTry.is", preview.holds(), preview.asked());
    }

    /** Some of the records it holds for. */
    public List<RulePreview.Match> getSample() {
        return preview == null ? List.of() : preview.sample();
    }

    public String href(RulePreview.Match match) {
        return here.href((isTag() ? text(OBJECT) : "accounts") + "/" + match.id());
    }
}
