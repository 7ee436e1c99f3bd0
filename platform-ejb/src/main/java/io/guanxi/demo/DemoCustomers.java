package io.guanxi.demo;

import io.guanxi.customers.classes.Classification;
import io.guanxi.customers.classes.ClassificationPlan;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.customers.facts.FactKeeper;
import io.guanxi.customers.facts.SpendRanking;
import io.guanxi.kernel.record.RecordScan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Lets the demo's customers be classified as they would have been in the past months, so that there are moves to see. */
@ApplicationScoped
public class DemoCustomers {

    /** Days before today, the longest ago first. */
    private static final List<Integer> NIGHTS = List.of(270, 200, 150, 120, 85, 70, 55, 40, 28, 14, 6, 1, 0);

    @Inject
    private ClassificationPlan plan;

    @Inject
    private Classification classification;

    @Inject
    private FactKeeper facts;

    @Inject
    private RecordScan scan;

    void classify(Instant now) {
        plan.prepare();
        List<Long> accounts = scan.after(FactFields.ACCOUNT, 0, FactKeeper.MOST);
        for (int days : NIGHTS) {
            Instant night = now.minus(days, ChronoUnit.DAYS);
            SpendRanking ranking = facts.ranking(night);
            classification.classify(accounts, ranking, night);
        }
    }
}
