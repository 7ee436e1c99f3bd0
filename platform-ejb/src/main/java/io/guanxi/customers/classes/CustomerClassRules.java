package io.guanxi.customers.classes;

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
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Classes are made by admins, and by clients that were granted it; their rules are right before they are stored. */
@ApplicationScoped
public class CustomerClassRules implements RecordRules {

    private static final int LONGEST_CADENCE = 3_650;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Override
    public String object() {
        return CustomerClasses.OBJECT;
    }

    @Override
    public void complete(CrmRecord record, Map<String, Object> before, Faults faults) {
        requireAdmin();
        CustomerClass type = (CustomerClass) record;
        type.rule()
                .ifPresent(source -> AccountRule.problems(source, objects)
                        .forEach(problem -> faults.add(
                                "/rule",
                                "rule.wrong",
                                problem.line(),
                                problem.column(),
                                problem.message(CallContext.require().locale()))));
        type.cadenceDays()
                .filter(days -> days < 1 || days > LONGEST_CADENCE)
                .ifPresent(days -> faults.add("/cadenceDays", "number.range", 1, LONGEST_CADENCE));
        type.discountLimit()
                .filter(limit -> limit.signum() < 0 || limit.compareTo(WHOLE) > 0)
                .ifPresent(limit -> faults.add("/discountLimit", "number.range", 0, 100));
    }

    /** Classes go to the recycle bin and come back by an admin's hand, too. */
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
