package io.guanxi.kernel.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.Shelf;
import io.guanxi.kernel.search.SearchEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How many records a query finds: exactly up to {@link RecordQuery#COUNT_CEILING}, and beyond only that it is more. */
@ApplicationScoped
public class RecordCounts {

    /** A list that long hardly becomes short so soon, and to walk over 10,000 rows costs more than to show 50. */
    private static final Duration KNOWN = Duration.ofMinutes(1);

    /** A record more or less is told at once on the node that wrote it, and so soon on the others. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** Shorter lists are counted faster than they are shown. */
    private static final int LONG = 500;

    private static final int MOST = 10_000;

    private final Cache<Question, RecordPage.Total> beyond =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KNOWN).build();

    private final Cache<Place, Map<Question, RecordPage.Total>> exact =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private SearchEngine engine;

    @Inject
    private RecordLists lists;

    /** The total of a query; its page, order and fields are of no account. */
    public RecordPage.Total count(ObjectDescriptor object, RecordQuery query) {
        Question question = Question.of(object, query);
        RecordPage.Total known = beyond.getIfPresent(question);
        if (known != null) {
            return known;
        }
        // A write meanwhile puts another map in its place, and what is remembered in this one is seen by nobody.
        Map<Question, RecordPage.Total> fresh =
                exact.get(new Place(question.tenant(), object.name()), none -> new ConcurrentHashMap<>());
        known = fresh.get(question);
        if (known != null) {
            return known;
        }
        RecordPage.Total total = query.hasText() ? withText(object, query) : counted(object, query);
        if (total.atLeast()) {
            beyond.put(question, total);
        } else if (total.count() >= LONG) {
            fresh.put(question, total);
        }
        return total;
    }

    /** Not before the end: who counts meanwhile has not seen what was written. */
    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) RecordsWritten written) {
        exact.invalidate(new Place(written.tenantId(), written.object()));
    }

    private RecordPage.Total withText(ObjectDescriptor object, RecordQuery query) {
        if (query.filter() == null && query.shelf() == Shelf.LISTED) {
            SearchEngine.Count count = engine.count(object.name(), query.text());
            return new RecordPage.Total(
                    Math.min(count.found(), RecordQuery.COUNT_CEILING),
                    count.found() > RecordQuery.COUNT_CEILING || !count.complete());
        }
        SearchEngine.Matches matches = engine.matches(object.name(), query.shelf(), query.text());
        if (matches.few().isEmpty()) {
            return lists.count(object, query);
        }
        RecordPage.Total total =
                counted(object, query.text(null).among(matches.few().get()));
        return new RecordPage.Total(total.count(), total.atLeast() || !matches.complete());
    }

    /** The same records without words to look for; empty when too many have the words for each to be named. */
    Optional<RecordQuery> named(ObjectDescriptor object, RecordQuery query) {
        return query.hasText()
                ? engine.matches(object.name(), query.shelf(), query.text())
                        .few()
                        .map(ids -> query.text(null).among(ids))
                : Optional.of(query);
    }

    private RecordPage.Total counted(ObjectDescriptor object, RecordQuery query) {
        if (isBeyondCeiling(object, query)) {
            return new RecordPage.Total(RecordQuery.COUNT_CEILING, true);
        }
        return new RecordPage.Total(exactly(object, query), false);
    }

    /** The number of all records a query finds; reads an index entry for each, so it is for work that meets them all. */
    public long all(ObjectDescriptor object, RecordQuery query) {
        return named(object, query).map(plain -> exactly(object, plain)).orElseGet(() -> lists.countAll(object, query));
    }

    private long exactly(ObjectDescriptor object, RecordQuery query) {
        return typed(new JpqlText().append("SELECT COUNT(e.id)"), object, query).getSingleResult();
    }

    private boolean isBeyondCeiling(ObjectDescriptor object, RecordQuery query) {
        JpqlText jpql = new JpqlText().append("SELECT e.id");
        return !typed(jpql, object, query)
                .setFirstResult(RecordQuery.COUNT_CEILING)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private TypedQuery<Long> typed(JpqlText jpql, ObjectDescriptor object, RecordQuery query) {
        RecordLists.from(object, query, jpql);
        TypedQuery<Long> typed = entities.createQuery(jpql.toString(), Long.class);
        jpql.bindAll(typed);
        return typed;
    }

    private record Place(int tenant, String object) {}

    /** Who asks is part of it: what one person may see another may not. */
    private record Question(int tenant, long member, String object, Filter filter, String text, Shelf shelf) {

        static Question of(ObjectDescriptor object, RecordQuery query) {
            Caller caller = CallContext.require();
            return new Question(
                    caller.tenantId(), caller.memberId(), object.name(), query.filter(), query.text(), query.shelf());
        }
    }
}
