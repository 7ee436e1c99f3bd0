package io.guanxi.kernel.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of the people and clients of the caller's tenant, which stand on every record. A new name is seen at once on the node
 * where it is given, and within half a minute on others.
 */
@ApplicationScoped
public class PeopleNames {

    private static final Duration KNOWN = Duration.ofSeconds(30);
    private static final int MOST = 100_000;

    private final Cache<Person, String> names =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KNOWN).build();

    @Inject
    private People people;

    private record Person(int tenant, long id) {}

    /** Names by id; unknown ids are absent. */
    public Map<Long, String> of(Collection<Long> ids) {
        int tenant = CallContext.require().tenantId();
        Map<Long, String> found = new HashMap<>();
        List<Long> unknown = new ArrayList<>();
        for (Long id : ids) {
            String name = names.getIfPresent(new Person(tenant, id));
            if (name == null) {
                unknown.add(id);
            } else {
                found.put(id, name);
            }
        }
        people.names(unknown).forEach((id, name) -> {
            names.put(new Person(tenant, id), name);
            found.put(id, name);
        });
        return found;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) PeopleChanged change) {
        names.asMap().keySet().removeIf(person -> person.tenant() == change.tenantId());
    }
}
