package io.guanxi.kernel.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.kernel.rule.RuleCompiler;
import io.guanxi.kernel.rule.RuleType;
import io.guanxi.kernel.tag.Tag;
import io.guanxi.kernel.tag.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rule of a tag is laid down by admins, and by clients that may write tags; it is right before it is stored. */
@ApplicationScoped
public class TagChecks implements RecordRules {

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private TagRules rules;

    @Override
    public String object() {
        return Tags.OBJECT;
    }

    @Override
    public void complete(CrmRecord record, Map<String, Object> before, Faults faults) {
        Tag tag = (Tag) record;
        boolean isChanged = !Objects.equals(before.get("rule"), tag.rule().orElse(null))
                || !Objects.equals(before.get("ruleObject"), tag.ruleObject().orElse(null));
        if (!isChanged) {
            return;
        }
        if (CallContext.require().kind() == Caller.Kind.PERSON) {
            access.require(Feature.CUSTOMISE);
        }
        if (tag.rule().isPresent() != tag.ruleObject().isPresent()) {
            faults.add(tag.rule().isPresent() ? "/ruleObject" : "/rule", "required");
        }
        Optional<ObjectDescriptor> object = tag.ruleObject().flatMap(objects::findByPath);
        if (tag.ruleObject().isPresent() && object.flatMap(TagBook::field).isEmpty()) {
            faults.add("/ruleObject", "tag.untagged");
        } else if (tag.rule().isPresent() && object.isPresent()) {
            check(tag.rule().get(), object.get(), faults);
        }
    }

    private void check(String source, ObjectDescriptor object, Faults faults) {
        try {
            RuleCompiler.compile(source, rules.environment(object), RuleType.CONDITION);
        } catch (InvalidRule e) {
            e.problems()
                    .forEach(problem -> faults.add(
                            "/rule",
                            "rule.wrong",
                            problem.line(),
                            problem.column(),
                            problem.message(CallContext.require().locale())));
        }
    }
}
