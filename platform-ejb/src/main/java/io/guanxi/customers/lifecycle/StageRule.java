package io.guanxi.customers.lifecycle;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.record.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;

/** When accounts belong into a stage; the first rule that holds counts. */
@Entity
@Table(name = "stage_rule")
public class StageRule extends CrmRecord {

    private static final int LAST = 1_000;

    private String name;
    private Integer position;
    private String stage;

    @Column(name = "rule_source")
    private String rule;

    protected StageRule() {}

    String name() {
        return name;
    }

    String stage() {
        return stage;
    }

    /** In CEL; empty for a rule that moves nobody. */
    Optional<String> rule() {
        return Optional.ofNullable(rule);
    }

    @Override
    protected void completeNew(Caller caller) {
        if (position == null) {
            position = LAST;
        }
    }

    @Override
    protected String title() {
        return name;
    }
}
