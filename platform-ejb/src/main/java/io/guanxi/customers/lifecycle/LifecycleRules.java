package io.guanxi.customers.lifecycle;

import io.guanxi.customers.Account;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.RecordRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A stage that somebody chose goes into the history of stages in the transaction that stores it, whoever writes. */
@ApplicationScoped
public class LifecycleRules implements RecordRules {

    @Inject
    private SqlGateway sql;

    @Override
    public String object() {
        return FactFields.ACCOUNT;
    }

    @Override
    public void complete(CrmRecord record, Map<String, Object> before, Faults faults) {
        if (!before.isEmpty()) {
            ((Account) record).forgetReason((String) before.get("lifecycleStage"), (String) before.get("stageReason"));
        }
    }

    @Override
    public Collection<? extends CrmRecord> settle(Collection<CrmRecord> written) {
        List<Object[]> moves = new ArrayList<>();
        for (CrmRecord record : written) {
            ((Account) record)
                    .takeStageChange()
                    .ifPresent(change -> moves.add(new Object[] {
                        RecordId.next(),
                        record.id(),
                        change.from(),
                        change.to(),
                        null,
                        null,
                        null,
                        change.reason(),
                        LocalDateTime.now(ZoneOffset.UTC),
                        CallContext.require().name(),
                        change.sinceBefore(),
                        null,
                        change.byHandBefore(),
                        null
                    }));
        }
        sql.batch(StageMoves.STORE, moves);
        return List.of();
    }
}
