package io.guanxi.customers.classes;

import io.guanxi.customers.facts.AccountPointers;
import io.guanxi.customers.facts.FactKeeper;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.event.RecordEventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what is known about accounts up with their orders, contacts and changes. New accounts have nothing to add up: an
 * import of many would pay for nothing.
 */
@ApplicationScoped
public class AccountEvents implements RecordEventHandler {

    @Inject
    private AccountPointers pointers;

    @Inject
    private Classification classification;

    @Override
    public String name() {
        return "account-facts";
    }

    @Override
    public boolean concerns(String object) {
        return AccountPointers.concerns(object);
    }

    @Override
    public void handle(List<RecordEvent> events) {
        List<Long> accounts = new ArrayList<>(pointers.accountsOf(events));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        for (int from = 0; from < accounts.size(); from += FactKeeper.MOST) {
            classification.freshen(accounts.subList(from, Math.min(accounts.size(), from + FactKeeper.MOST)), now);
        }
    }
}
