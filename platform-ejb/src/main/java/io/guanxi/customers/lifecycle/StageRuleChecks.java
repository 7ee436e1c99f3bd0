package io.guanxi.customers.lifecycle;

import io.guanxi.customers.facts.AccountRule;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.RecordRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Rules of stages are made by admins, and by clients that were granted it; they are right before they are stored. */
@ApplicationScoped
public class StageRuleChecks implements RecordRules {

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Override
    public String object() {
        return StageRules.OBJECT;
    }

    @Override
    public void complete(CrmRecord record, Map<String, Object> before, Faults faults) {
        requireAdmin();
        ((StageRule) record)
                .rule()
                .ifPresent(source -> AccountRule.problems(source, objects)
                        .forEach(problem -> faults.add(
                                "/rule",
                                "rule.wrong",
                                problem.line(),
                                problem.column(),
                                problem.message(CallContext.require().locale()))));
    }

    @Override
    public Collection<? extends CrmRecord> settle(Collection<CrmRecord> written) {
        requireAdmin();
        return List.of();
    }

    private void requireAdmin() {
        if (CallContext.require().kind() == Caller.Kind.PERSON) {
            access.require(Feature.CUSTOMISE);
        }
    }
}
