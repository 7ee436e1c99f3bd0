package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.object.MatchField;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.HistoryEntry.Action;
import io.guanxi.kernel.record.WriteFollower;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The keys by which records in use that may mean the same are found. */
@ApplicationScoped
public class MatchIndex implements WriteFollower {

    private static final String INSERT = "INSERT INTO match_key (tenant_id, key_hash, record_id) VALUES (?, ?, ?)";
    private static final String DELETE = "DELETE FROM match_key WHERE tenant_id = ? AND record_id = ?";

    /** Pairs are about records in use; what somebody decided about them stays. */
    private static final String FORGET_FIRST =
            "DELETE FROM duplicate_pair WHERE tenant_id = ? AND first_id = ? AND status = 'open'";

    private static final String FORGET_SECOND =
            "DELETE FROM duplicate_pair WHERE tenant_id = ? AND second_id = ? AND status = 'open'";

    /** Records beyond are not looked at: what so many share tells nothing. */
    static final int CROWD = 40;

    private static final int MOST_ROWS = 400;

    @Inject
    private SqlGateway sql;

    @Override
    public Following begin() {
        return new Keys();
    }

    private final class Keys implements Following {

        private final Map<Long, Set<Long>> added = new LinkedHashMap<>();
        private final Set<Long> replaced = new LinkedHashSet<>();
        private final Set<Long> deleted = new LinkedHashSet<>();

        @Override
        public void wrote(
                ObjectDescriptor object,
                CrmRecord record,
                Action action,
                Map<String, Object> changes,
                Supplier<Map<String, Object>> values) {
            if (object.matching().isEmpty() || action == Action.UPDATED && !concerns(object, changes.keySet())) {
                return;
            }
            if (action != Action.CREATED) {
                replaced.add(record.id());
            }
            if (action == Action.DELETED || record.isArchived()) {
                added.remove(record.id());
                deleted.add(record.id());
            } else {
                added.put(record.id(), MatchValues.of(object, values.get()::get).keys());
            }
        }

        @Override
        public void flush() {
            replace(replaced, added);
            sql.batch(FORGET_FIRST, rows(deleted));
            sql.batch(FORGET_SECOND, rows(deleted));
            added.clear();
            replaced.clear();
            deleted.clear();
        }
    }

    private static boolean concerns(ObjectDescriptor object, Set<String> changed) {
        return object.matching().stream()
                .map(MatchField::field)
                .anyMatch(field ->
                        changed.contains(field) || object.require(field).readOnly());
    }

    /** Puts keys in the place of those that records have. */
    void replace(Collection<Long> records, Map<Long, Set<Long>> keys) {
        sql.batch(DELETE, rows(records));
        List<Object[]> inserted = new ArrayList<>();
        keys.forEach((record, hashes) -> hashes.forEach(hash -> inserted.add(new Object[] {hash, record})));
        sql.batch(INSERT, inserted);
    }

    private static List<Object[]> rows(Collection<Long> records) {
        return records.stream().map(record -> new Object[] {record}).toList();
    }

    /**
     * Records that share a key, but for keys that more than {@link #CROWD} share: of those the first ones.
     */
    Set<Long> sharing(Collection<Long> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        List<Long> found = sql.query(
                "SELECT record_id FROM match_key WHERE tenant_id = ? AND key_hash IN (" + marks(keys.size())
                        + ") LIMIT " + MOST_ROWS,
                row -> row.getLong(1),
                padded(keys));
        if (found.size() < MOST_ROWS) {
            return new LinkedHashSet<>(found);
        }
        Set<Long> few = new LinkedHashSet<>();
        keys.forEach(key -> few.addAll(sql.query(
                "SELECT record_id FROM match_key WHERE tenant_id = ? AND key_hash = ? LIMIT " + CROWD,
                row -> row.getLong(1),
                key)));
        return few;
    }

    /** One key that records share. */
    record Shared(long key, long record) {}

    /** Of these keys, how many records have each, if more than one has. */
    Map<Long, Long> counts(Collection<Long> keys) {
        Map<Long, Long> counts = new LinkedHashMap<>();
        if (!keys.isEmpty()) {
            sql.query(
                            "SELECT key_hash, COUNT(*) FROM match_key WHERE tenant_id = ? AND key_hash IN ("
                                    + marks(keys.size()) + ") GROUP BY key_hash HAVING COUNT(*) > 1",
                            row -> new Shared(row.getLong(1), row.getLong(2)),
                            padded(keys))
                    .forEach(count -> counts.put(count.key(), count.record()));
        }
        return counts;
    }

    /** Who has these keys. */
    List<Shared> holders(Collection<Long> keys) {
        return keys.isEmpty()
                ? List.of()
                : sql.query(
                        "SELECT key_hash, record_id FROM match_key WHERE tenant_id = ? AND key_hash IN ("
                                + marks(keys.size()) + ")",
                        row -> new Shared(row.getLong(1), row.getLong(2)),
                        padded(keys));
    }

    /** Few texts of one statement, so that each is read and judged once: lists are filled up to powers of two. */
    private static String marks(int count) {
        return "?" + ", ?".repeat(size(count) - 1);
    }

    private static Object[] padded(Collection<Long> keys) {
        List<Object> all = new ArrayList<>(keys);
        Object last = all.get(all.size() - 1);
        for (int i = keys.size(); i < size(keys.size()); i++) {
            all.add(last);
        }
        return all.toArray();
    }

    private static int size(int count) {
        return count == 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }
}
