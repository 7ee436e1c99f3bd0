package io.guanxi.customers.classes;

import io.guanxi.customers.facts.AccountPointers;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.customers.facts.FactKeeper;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.event.RecordEventHandler;
import io.guanxi.kernel.record.TagRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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

    @Inject
    private TagRules tags;

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
        Map<Boolean, List<RecordEvent>> own = events.stream()
                .collect(Collectors.partitioningBy(event -> event.object().equals(FactFields.ACCOUNT)));
        // What an order says about its account is no event of the account, whose tags may follow from it all the same.
        Set<Long> behind = pointers.accountsOf(own.get(false));
        Set<Long> accounts = new LinkedHashSet<>(behind);
        accounts.addAll(pointers.accountsOf(own.get(true)));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        each(accounts, some -> classification.freshen(some, now));
        each(behind, some -> tags.ask(FactFields.ACCOUNT, some));
    }

    private static void each(Set<Long> accounts, Consumer<List<Long>> some) {
        List<Long> all = List.copyOf(accounts);
        for (int from = 0; from < all.size(); from += FactKeeper.MOST) {
            some.accept(all.subList(from, Math.min(all.size(), from + FactKeeper.MOST)));
        }
    }
}
