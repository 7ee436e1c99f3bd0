package io.guanxi.kernel.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.Choice;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes one record of several that mean the same, and takes that back. All of it happens in one transaction, with a
 * history entry on every record that it touches; both need {@code write} and {@code delete}.
 */
@Stateless
@TenantBound
public class MergeService {

    /** Most records of one merge, the survivor with them. */
    public static final int MOST = 5;

    /** How long a merge can be undone. */
    public static final int UNDO_DAYS = 30;

    /** Most records that may point to the others by one field: what one transaction rewrites in a few seconds. */
    static final int MOST_POINTERS = 10_000;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordFinder finder;

    @Inject
    private RecordAccess reach;

    @Inject
    private RecordReader reader;

    @Inject
    private RecordWriter writer;

    @Inject
    private Pointers pointers;

    @Inject
    private MergeLog log;

    /**
     * Merges records into one: it takes values of theirs, what pointed to them points to it, and they go to the recycle
     * bin. Ids under which other systems know them lead to it from now on.
     *
     * @param expectedVersion of the survivor, as the caller has read it; empty when it does not matter
     * @param others          one to four other records
     * @param take            see {@link MergedValues#patch}
     * @throws MergeRefused when there are too many or too few records, or more than 10,000 point to them by one field
     * @throws RecordNotFound when one of them is not live
     */
    public RecordView merge(
            String object,
            String survivor,
            OptionalLong expectedVersion,
            List<String> others,
            Map<String, String> take) {
        ObjectDescriptor descriptor = mergeable(object);
        List<CrmRecord> records = lock(descriptor, survivor, others);
        allow(descriptor, records);
        CrmRecord into = records.get(0);
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() != into.version()) {
            throw new StaleRecord(into.version());
        }
        List<RecordView> views =
                records.stream().map(record -> reader.view(descriptor, record)).toList();
        requireKnown(access.seen(descriptor), views, take);
        RecordBatch batch = writer.begin().byProduct();
        long merge = RecordId.next();
        List<MergeLog.Move> moves = repoint(descriptor, records, batch);
        List<CrmRecord> merged = records.subList(1, records.size());
        List<String> ids = views.stream().map(RecordView::id).toList();
        batch.note(descriptor, into, HistoryEntry.Action.MERGED, ids.subList(1, ids.size()));
        merged.forEach(other -> {
            batch.note(descriptor, other, HistoryEntry.Action.MERGED, ids.subList(0, 1));
            batch.delete(descriptor, other);
        });
        // The others give their unique values free before the survivor takes them.
        batch.flush();
        batch.update(descriptor, into, MergedValues.patch(descriptor, views, take));
        batch.flush();
        RecordView after = reader.view(descriptor, into);
        log.add(
                descriptor.name(),
                new MergeLog.Row(
                        merge,
                        into.id(),
                        now(),
                        CallContext.require().name(),
                        changes(descriptor, views.get(0), after)),
                merged.stream().map(CrmRecord::id).toList(),
                moves);
        return reader.view(access.seen(descriptor), into);
    }

    /** The last merge into a record, as long as it can be undone. Needs {@code read}. */
    public Optional<Merge> last(String object, String survivor) {
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, Operation.READ);
        OptionalLong id = RecordId.parse(survivor);
        if (descriptor.matching().isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return log.last(descriptor.name(), id.getAsLong())
                .filter(row -> row.madeAt().isAfter(oldest()))
                .map(row -> {
                    List<String> others =
                            log.others(row.id()).stream().map(RecordId::format).toList();
                    Map<String, String> names = reader.names(descriptor.name(), others);
                    return new Merge(
                            RecordId.format(row.id()),
                            others.stream()
                                    .map(other -> new Choice(other, names.getOrDefault(other, other)))
                                    .toList(),
                            row.madeAt(),
                            row.madeBy());
                });
    }

    /**
     * Undoes the last merge into a record: the others are there again as they were, what pointed to them does so again,
     * and the survivor gets its values back, but for those that somebody has changed since.
     *
     * @throws RecordNotFound when there is no such record, or no merge into it in the last thirty days
     */
    public Unmerged unmerge(String object, String survivor) {
        ObjectDescriptor descriptor = mergeable(object);
        CrmRecord into = lock(descriptor, survivor, List.of()).get(0);
        allow(descriptor, List.of(into));
        MergeLog.Row merge = log.last(descriptor.name(), into.id())
                .filter(row -> row.madeAt().isAfter(oldest()))
                .orElseThrow(RecordNotFound::new);
        RecordBatch batch = writer.begin().byProduct();
        List<String> kept = new ArrayList<>();
        Map<String, Object> back = back(merge, reader.view(descriptor, into), kept);
        batch.update(descriptor, into, back);
        batch.flush();
        List<String> restored = new ArrayList<>();
        for (long other : log.others(merge.id())) {
            CrmRecord record = finder.find(descriptor, other).orElseThrow(RecordNotFound::new);
            if (record.isDeleted()) {
                batch.restore(descriptor, record);
            }
            batch.note(descriptor, record, HistoryEntry.Action.UNMERGED, List.of(RecordId.format(into.id())));
            restored.add(RecordId.format(other));
        }
        batch.note(descriptor, into, HistoryEntry.Action.UNMERGED, restored);
        batch.flush();
        int keptMoves = pointBack(merge, into.id(), batch);
        batch.flush();
        log.undone(merge.id(), now());
        return new Unmerged(reader.view(access.seen(descriptor), into), restored, kept, keptMoves);
    }

    private ObjectDescriptor mergeable(String object) {
        ObjectDescriptor descriptor = objects.require(object);
        if (descriptor.matching().isEmpty()) {
            throw new RecordNotFound();
        }
        return descriptor;
    }

    /** The survivor is changed, the others are deleted. */
    private void allow(ObjectDescriptor descriptor, List<CrmRecord> records) {
        access.require(Feature.MERGE);
        access.require(descriptor, Operation.UPDATE);
        access.require(descriptor, Operation.DELETE);
        records.forEach(record -> reach.require(descriptor, record, Operation.UPDATE));
        records.stream().skip(1).forEach(record -> reach.require(descriptor, record, Operation.DELETE));
    }

    /** All of them, the survivor first; locked in the order of their ids, so that two merges never wait for each other. */
    private List<CrmRecord> lock(ObjectDescriptor descriptor, String survivor, List<String> others) {
        List<Long> ids = new ArrayList<>();
        ids.add(RecordId.parse(survivor).orElseThrow(RecordNotFound::new));
        others.forEach(other -> ids.add(RecordId.parse(other).orElseThrow(RecordNotFound::new)));
        Set<Long> distinct = new TreeSet<>(ids);
        if (distinct.size() != ids.size() || ids.size() > MOST) {
            throw new MergeRefused("merge.records", MOST);
        }
        Map<Long, CrmRecord> found = new LinkedHashMap<>();
        distinct.forEach(id -> found.put(
                id,
                finder.lock(descriptor, id)
                        .filter(record -> !record.isDeleted())
                        .orElseThrow(RecordNotFound::new)));
        return ids.stream().map(found::get).toList();
    }

    private static void requireKnown(ObjectDescriptor descriptor, List<RecordView> records, Map<String, String> take) {
        if (records.size() < 2) {
            throw new MergeRefused("merge.records", MOST);
        }
        take.forEach((field, id) -> {
            boolean editable = descriptor.find(field).filter(f -> !f.readOnly()).isPresent();
            if (!editable || records.stream().noneMatch(record -> record.id().equals(id))) {
                throw new MergeRefused("merge.take", field);
            }
        });
    }

    private List<MergeLog.Move> repoint(ObjectDescriptor descriptor, List<CrmRecord> records, RecordBatch batch) {
        CrmRecord into = records.get(0);
        List<Long> others =
                records.subList(1, records.size()).stream().map(CrmRecord::id).toList();
        List<MergeLog.Move> moves = new ArrayList<>();
        for (Pointers.Pointer pointer : pointers.to(descriptor, others, MOST_POINTERS + 1)) {
            if (others.contains(pointer.record().id())) {
                continue;
            }
            moves.add(new MergeLog.Move(
                    pointer.object().name(),
                    pointer.field().name(),
                    pointer.record().id(),
                    pointer.target()));
            Long to = pointer.record() == into ? null : into.id();
            batch.change(
                    pointer.object(),
                    pointer.record(),
                    record -> Pointers.point(pointer.object(), pointer.field(), record, to));
        }
        if (moves.size() > MOST_POINTERS) {
            throw new MergeRefused("merge.tooManyPointers", MOST_POINTERS);
        }
        return moves;
    }

    private int pointBack(MergeLog.Row merge, long survivor, RecordBatch batch) {
        int kept = 0;
        for (MergeLog.Move move : log.moves(merge.id())) {
            ObjectDescriptor object = objects.require(move.object());
            Optional<FieldDescriptor> field = object.find(move.field());
            CrmRecord record = finder.find(object, move.record()).orElse(null);
            if (field.isEmpty() || record == null) {
                continue;
            }
            long now = Pointers.target(EntityShape.of(object).get(record, move.field()));
            if (now == survivor || now == 0 && move.record() == survivor) {
                batch.change(object, record, one -> Pointers.point(object, field.get(), one, move.from()));
            } else {
                kept++;
            }
        }
        return kept;
    }

    private static Map<String, Object> back(MergeLog.Row merge, RecordView now, List<String> kept) {
        Map<String, Object> back = new LinkedHashMap<>();
        merge.changes().forEach((field, pair) -> {
            List<?> values = (List<?>) pair;
            if (same(now.value(field), values.get(1))) {
                back.put(field, values.get(0));
            } else {
                kept.add(field);
            }
        });
        return back;
    }

    /** What was stored compares by its JSON: numbers come back in another class. */
    private static boolean same(Object now, Object stored) {
        return Objects.equals(JsonTree.write(Arrays.asList(now)), JsonTree.write(Arrays.asList(stored)));
    }

    private static Map<String, Object> changes(ObjectDescriptor object, RecordView before, RecordView after) {
        Map<String, Object> changes = new LinkedHashMap<>();
        object.editableFields().forEach(field -> {
            Object old = before.value(field.name());
            Object now = after.value(field.name());
            if (!Objects.equals(old, now)) {
                changes.put(field.name(), Arrays.asList(old, now));
            }
        });
        return changes;
    }

    private static Instant oldest() {
        return Instant.now().minus(UNDO_DAYS, ChronoUnit.DAYS);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
