package io.guanxi.kernel.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.Choice;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.RecordCounts;
import io.guanxi.kernel.query.RecordGroup;
import io.guanxi.kernel.query.RecordGroups;
import io.guanxi.kernel.query.RecordLists;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.SortKey;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Records of any described object, for pages, REST and jobs alike: the only way to read and change them. Every method
 * asks the {@link AccessPolicy} for the grant it names. Locks come first of all, before even that is asked: a transaction
 * that has read anything before it waits for a lock is aborted when it gets it.
 */
@Stateless
@TenantBound
public class RecordService {

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordLists lists;

    @Inject
    private RecordCounts counts;

    @Inject
    private RecordGroups grouping;

    @Inject
    private RecordReader reader;

    @Inject
    private RecordWriter writer;

    @Inject
    private RecordFinder finder;

    @Inject
    private RecordAccess reach;

    /** One page of records in use, of the archive or of the recycle bin. Needs {@code read}. */
    public RecordPage list(String object, RecordQuery query) {
        ObjectDescriptor descriptor = seen(object, Operation.READ);
        RecordQuery reached = reach.within(descriptor, query, Operation.READ);
        RecordLists.Rows rows = lists.page(descriptor, reached);
        return new RecordPage(
                reader.views(descriptor, rows.rows(), query.labels()),
                rows.next(),
                query.count() ? Optional.of(total(descriptor, reached, rows)) : Optional.empty());
    }

    private RecordPage.Total total(ObjectDescriptor descriptor, RecordQuery query, RecordLists.Rows rows) {
        boolean isWhole = query.cursor() == null && rows.next().isEmpty();
        return isWhole ? new RecordPage.Total(rows.rows().size(), false) : counts.count(descriptor, query);
    }

    /** How many records a query finds, however many they are. Needs {@code read}. */
    public long count(String object, RecordQuery query) {
        ObjectDescriptor descriptor = seen(object, Operation.READ);
        return counts.all(descriptor, reach.within(descriptor, query, Operation.READ));
    }

    /**
     * A live record with the names of what it points to. Needs {@code read}.
     *
     * @throws RecordNotFound when the tenant has no such live record
     * @throws RecordMerged   when another stands for it
     */
    public RecordView require(String object, String id) {
        ObjectDescriptor descriptor = allowed(object, Operation.READ);
        CrmRecord entity = finder.read(descriptor, id);
        if (entity.isDeleted()) {
            throw finder.survivor(descriptor, entity)
                    .filter(survivor -> reach.allows(descriptor, survivor, Operation.READ))
                    .<RecordNotFound>map(survivor -> new RecordMerged(RecordId.format(survivor.id())))
                    .orElseGet(RecordNotFound::new);
        }
        return view(descriptor, entity);
    }

    /**
     * A new record. Needs {@code write}.
     *
     * @param input external forms by field name
     * @throws InvalidRecord when members are unknown, read-only, missing or wrong: all of them at once
     */
    public RecordView create(String object, Map<String, Object> input) {
        RecordBatch batch = writer.begin();
        batch.lockWhole(objects.require(object), input);
        batch.expectNew(objects.require(object));
        ObjectDescriptor descriptor = allowed(object, Operation.CREATE);
        CrmRecord entity = batch.create(descriptor, input, null, null);
        batch.flush();
        return view(descriptor, entity);
    }

    /**
     * Changes the fields that the merge patch names; null clears one. Needs {@code write}.
     *
     * @param expectedVersion version the caller has read; empty overwrites whatever is there
     * @throws StaleRecord when somebody else changed the record since
     */
    public RecordView update(String object, String id, OptionalLong expectedVersion, Map<String, Object> patch) {
        RecordBatch batch = writer.begin();
        batch.lockWholeOf(objects.require(object), id);
        ObjectDescriptor descriptor = allowed(object, Operation.UPDATE);
        CrmRecord entity = finder.requireLive(descriptor, id, Operation.UPDATE);
        requireVersion(entity, expectedVersion);
        batch.update(descriptor, entity, patch);
        batch.flush();
        return view(descriptor, entity);
    }

    /**
     * A change of what input may not set, for the module whose record it is. Needs {@code write}.
     *
     * @param change by a method of the entity that says what happens
     * @throws StaleRecord when somebody else changed the record since
     */
    public RecordView change(String object, String id, OptionalLong expectedVersion, Consumer<CrmRecord> change) {
        RecordBatch batch = writer.begin();
        batch.lockWholeOf(objects.require(object), id);
        ObjectDescriptor descriptor = allowed(object, Operation.UPDATE);
        CrmRecord entity = finder.requireLive(descriptor, id, Operation.UPDATE);
        requireVersion(entity, expectedVersion);
        batch.change(descriptor, entity, change);
        batch.flush();
        return view(descriptor, entity);
    }

    /**
     * Whether a merge patch is right by itself, whichever record it is for. Needs {@code read}.
     *
     * @throws InvalidRecord when members are unknown, read-only or wrong, or empty a required field
     */
    public void check(String object, Map<String, Object> patch) {
        RecordInput input = RecordInput.read(seen(object, Operation.READ), patch);
        input.refuseEmptied();
        input.throwIfInvalid();
    }

    /** Moves a record to the recycle bin for thirty days. Needs {@code delete}. */
    public void delete(String object, String id, OptionalLong expectedVersion) {
        RecordBatch batch = writer.begin();
        lock(batch, object, id);
        ObjectDescriptor descriptor = allowed(object, Operation.DELETE);
        CrmRecord entity = finder.requireLive(descriptor, id, Operation.DELETE);
        requireVersion(entity, expectedVersion);
        batch.delete(descriptor, entity);
        batch.flush();
    }

    /**
     * Brings a record back from the recycle bin; a live one stays as it is. Needs {@code delete}.
     *
     * @throws RecordNotFound when it is not there, or was deleted more than thirty days ago
     * @throws MergeRefused   when it was merged: undoing the merge brings it back
     */
    public RecordView restore(String object, String id) {
        RecordBatch batch = writer.begin();
        lock(batch, object, id);
        ObjectDescriptor descriptor = allowed(object, Operation.DELETE);
        CrmRecord entity = finder.require(descriptor, id, Operation.DELETE);
        if (entity.isDeleted()) {
            if (entity.deletedAt().isBefore(Instant.now().minus(RecordLists.RESTORE_DAYS, ChronoUnit.DAYS))) {
                throw new RecordNotFound();
            }
            if (finder.survivor(descriptor, entity).isPresent()) {
                throw new MergeRefused("merge.restore");
            }
            batch.restore(descriptor, entity);
            batch.flush();
        }
        return view(descriptor, entity);
    }

    /**
     * Puts a record aside: lists, search and proposals leave it out, and all that counts or points to it stays as it is. One
     * that is archived stays as it is. Needs {@code write}.
     *
     * @throws RecordNotFound when there is no such live record, or its object knows no archive
     */
    public RecordView archive(String object, String id) {
        return shelve(object, id, true);
    }

    /** Brings a record back from the archive; one in use stays as it is. Needs {@code write}. */
    public RecordView unarchive(String object, String id) {
        return shelve(object, id, false);
    }

    /** Before anything is read: what the product itself changes at the same moment is no reason to refuse. */
    private void lock(RecordBatch batch, String object, String id) {
        ObjectDescriptor descriptor = objects.require(object);
        batch.lockWholeOf(descriptor, id);
        RecordId.parse(id).ifPresent(inner -> finder.lock(descriptor, inner));
    }

    private RecordView shelve(String object, String id, boolean aside) {
        ObjectDescriptor descriptor = objects.require(object);
        // Locked first: sums that are brought up to date at the same moment are no reason to refuse.
        Optional<CrmRecord> locked = finder.lock(descriptor, RecordId.parse(id).orElse(0));
        access.require(descriptor, Operation.UPDATE);
        CrmRecord entity = locked.filter(record -> descriptor.archivable() && !record.isDeleted())
                .orElseThrow(RecordNotFound::new);
        reach.require(descriptor, entity, Operation.UPDATE);
        RecordBatch batch = writer.begin();
        batch.shelve(descriptor, entity, aside);
        batch.flush();
        return view(descriptor, entity);
    }

    /**
     * Creates or changes the record that another system knows under its own id; brings it back if it was deleted. Needs
     * {@code write}.
     *
     * @param system     short name of the other system, such as {@code erp}
     * @param externalId the record's id there
     */
    public Upserted upsert(String object, String system, String externalId, Map<String, Object> input) {
        RecordBatch batch = writer.begin();
        batch.lockWhole(objects.require(object), input);
        batch.expectNew(objects.require(object));
        ObjectDescriptor descriptor = allowed(object, Operation.CREATE);
        requireExternalId(system, externalId);
        Optional<CrmRecord> known = finder.findByExternalId(descriptor, system, externalId);
        CrmRecord entity;
        if (known.isPresent()) {
            entity = known.get();
            reach.require(descriptor, entity, Operation.UPDATE);
            if (entity.isDeleted()) {
                batch.restore(descriptor, entity);
            }
            batch.update(descriptor, entity, input);
        } else {
            entity = batch.create(descriptor, input, system, externalId);
        }
        batch.flush();
        return new Upserted(view(descriptor, entity), known.isEmpty());
    }

    /**
     * The records of a list by the values of a field. Needs {@code read}.
     *
     * @param amounts names of fields of money to add up
     * @throws io.guanxi.kernel.error.InvalidQuery when the field divides no list, or the list is too long
     */
    public List<RecordGroup> groups(String object, RecordQuery query, String field, List<String> amounts) {
        ObjectDescriptor descriptor = seen(object, Operation.READ);
        FieldDescriptor by = known(descriptor, field);
        List<RecordGroup> groups = grouping.groups(
                descriptor,
                reach.within(descriptor, query, Operation.READ),
                by,
                amounts.stream().map(amount -> known(descriptor, amount)).toList());
        if (by.type() != FieldType.MEMBER && by.type() != FieldType.REFERENCE) {
            return groups;
        }
        List<String> ids =
                groups.stream().map(RecordGroup::value).filter(Objects::nonNull).toList();
        Map<String, String> names = ids.isEmpty()
                ? new HashMap<>()
                : reader.names(by.type() == FieldType.MEMBER ? "" : by.reference(), ids);
        return groups.stream()
                .map(group -> new RecordGroup(group.value(), names.get(group.value()), group.count(), group.sums()))
                .toList();
    }

    /**
     * Which of some live records a filter finds; one statement for all of them. Needs {@code read}.
     *
     * @param ids outer ids, a page of them at most
     */
    public Set<String> matching(String object, Filter filter, Collection<String> ids) {
        ObjectDescriptor descriptor = seen(object, Operation.READ);
        List<Long> inner = ids.stream()
                .map(id -> RecordId.parse(id).orElseThrow(RecordNotFound::new))
                .toList();
        return lists.among(descriptor, filter, inner).stream()
                .map(RecordId::format)
                .collect(Collectors.toSet());
    }

    /** Records whose words match, to point to from another record. Needs {@code read}. */
    public List<Choice> choices(String object, String text, int limit) {
        ObjectDescriptor descriptor = seen(object, Operation.READ);
        RecordQuery query = RecordQuery.all()
                .text(text)
                .sort(List.of(new SortKey(descriptor.titleField(), false)))
                .fields(Set.of(descriptor.titleField()))
                .limit(limit);
        return lists.page(descriptor, reach.within(descriptor, query, Operation.READ)).rows().stream()
                .map(row -> reader.choice(descriptor, row))
                .toList();
    }

    private ObjectDescriptor allowed(String object, Operation operation) {
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, operation);
        return descriptor;
    }

    private static FieldDescriptor known(ObjectDescriptor object, String field) {
        return object.find(field).orElseThrow(() -> new InvalidQuery("unknownField", field));
    }

    /** The object as the caller knows it. */
    private ObjectDescriptor seen(String object, Operation operation) {
        return access.seen(allowed(object, operation));
    }

    private RecordView view(ObjectDescriptor object, CrmRecord entity) {
        return reader.view(access.seen(object), entity);
    }

    private static void requireVersion(CrmRecord entity, OptionalLong expected) {
        if (expected.isPresent() && expected.getAsLong() != entity.version()) {
            throw new StaleRecord(entity.version());
        }
    }

    private static void requireExternalId(String system, String externalId) {
        if (!system.matches("[A-Za-z0-9._-]{1,60}")) {
            throw new InvalidRecord(FieldError.of("/externalSystem", "externalSystem.invalid"));
        }
        if (externalId.isBlank() || externalId.length() > 120 || TextRules.hasForbidden(externalId, false)) {
            throw new InvalidRecord(FieldError.of("/externalId", "externalId.invalid"));
        }
    }
}
