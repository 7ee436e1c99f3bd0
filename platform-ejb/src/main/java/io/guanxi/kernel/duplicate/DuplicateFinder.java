package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RecordReader;
import io.guanxi.kernel.record.RecordView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** Finds live records that may mean the same as given values, in few statements however many records there are. */
@ApplicationScoped
public class DuplicateFinder {

    /** More are no help to anybody. */
    private static final int MOST = 10;

    private static final Comparator<Candidate> LIKELIEST = Comparator.comparingInt(
                    (Candidate candidate) -> candidate.score().value())
            .reversed()
            .thenComparing(candidate -> candidate.record().id());

    @Inject
    private MatchIndex index;

    @Inject
    private RecordReader reader;

    /**
     * Values to find records for.
     *
     * @param values external form of a field by its name
     * @param others which records may be another than the one itself
     */
    record Wanted(Function<String, Object> values, LongPredicate others) {}

    /** The likeliest first, at most ten, with a score of at least {@link Score#POSSIBLE}. */
    List<Candidate> find(ObjectDescriptor object, Wanted wanted) {
        MatchValues values = MatchValues.of(object, wanted.values());
        Set<Long> found = new LinkedHashSet<>(index.sharing(values.keys()));
        found.removeIf(id -> !wanted.others().test(id));
        return scored(values, found, matched(object, found));
    }

    /**
     * The same for several records at once.
     *
     * @param crowded keys that too many records share, which are not looked at again; the method adds what it meets
     * @return one list for each
     */
    List<List<Candidate>> findAll(ObjectDescriptor object, List<Wanted> wanted, Set<Long> crowded) {
        List<MatchValues> values =
                wanted.stream().map(one -> MatchValues.of(object, one.values())).toList();
        List<Set<Long>> keys = new ArrayList<>();
        values.forEach(one -> {
            Set<Long> own = new LinkedHashSet<>(one.keys());
            own.removeAll(crowded);
            keys.add(own);
        });
        Map<Long, Set<Long>> holders = holders(keys, crowded);
        List<Set<Long>> found = new ArrayList<>();
        Set<Long> all = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            Set<Long> ids = new LinkedHashSet<>();
            keys.get(i).forEach(key -> ids.addAll(holders.getOrDefault(key, Set.of())));
            LongPredicate others = wanted.get(i).others();
            ids.removeIf(id -> !others.test(id));
            found.add(ids);
            all.addAll(ids);
        }
        Map<Long, Matched> matched = matched(object, all);
        List<List<Candidate>> result = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            result.add(scored(values.get(i), found.get(i), matched));
        }
        return result;
    }

    private Map<Long, Set<Long>> holders(List<Set<Long>> keys, Set<Long> crowded) {
        Set<Long> all = new LinkedHashSet<>();
        keys.forEach(all::addAll);
        index.counts(all).forEach((key, count) -> {
            if (count > MatchIndex.CROWD) {
                crowded.add(key);
            }
        });
        all.removeAll(crowded);
        Map<Long, Set<Long>> holders = new LinkedHashMap<>();
        index.holders(all)
                .forEach(shared -> holders.computeIfAbsent(shared.key(), none -> new LinkedHashSet<>())
                        .add(shared.record()));
        return holders;
    }

    /** A live record and what of it is compared. */
    private record Matched(RecordView record, MatchValues values) {}

    private Map<Long, Matched> matched(ObjectDescriptor object, Collection<Long> ids) {
        Map<Long, Matched> matched = new HashMap<>();
        reader.listed(object, ids)
                .forEach((id, record) -> matched.put(id, new Matched(record, MatchValues.of(object, record::value))));
        return matched;
    }

    private static List<Candidate> scored(MatchValues values, Set<Long> found, Map<Long, Matched> matched) {
        return found.stream()
                .filter(matched::containsKey)
                .map(matched::get)
                .map(other -> new Candidate(other.record(), Score.of(values, other.values())))
                .filter(candidate -> candidate.score().value() >= Score.POSSIBLE)
                .sorted(LIKELIEST)
                .limit(MOST)
                .toList();
    }

    static long inner(RecordView record) {
        return RecordId.parse(record.id()).orElseThrow();
    }
}
