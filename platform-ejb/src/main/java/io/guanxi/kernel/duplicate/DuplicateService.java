package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.duplicate.DuplicateFinder.Wanted;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RecordDrafts;
import io.guanxi.kernel.record.RecordReader;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Duplicates of the caller's tenant, of objects that describe what tells them. */
@Stateless
@TenantBound
public class DuplicateService {

    private static final int MAX_LIMIT = 100;

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,3})-([0-9A-Z]{13})");

    @Inject
    private AuditTrail trail;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private DuplicateFinder finder;

    @Inject
    private PairStore pairs;

    @Inject
    private RecordDrafts drafts;

    @Inject
    private RecordReader reader;

    @Inject
    private JobService jobs;

    /**
     * One page of pairs, the likeliest first.
     *
     * @param next cursor of less likely ones; empty on the last page
     */
    public record PairPage(List<DuplicatePair> pairs, Optional<String> next) {}

    /**
     * Live records that may be what an input means, the likeliest first, at most ten; those that somebody has said to be
     * others are left out. Needs {@code read}.
     *
     * @param id record that the input is meant for; null for a new one
     */
    public List<Candidate> check(String object, Map<String, Object> input, String id) {
        ObjectDescriptor descriptor = allowed(object, Operation.READ);
        Set<Long> others = new HashSet<>();
        if (id != null) {
            long self = RecordId.parse(id).orElseThrow(RecordNotFound::new);
            others.addAll(pairs.dismissed(descriptor.name(), self));
            others.add(self);
        }
        Map<String, Object> values = drafts.values(descriptor, input);
        List<Candidate> found = finder.find(descriptor, new Wanted(values::get, other -> !others.contains(other)));
        Map<Long, RecordView> known = new LinkedHashMap<>();
        found.forEach(candidate -> known.put(DuplicateFinder.inner(candidate.record()), candidate.record()));
        Map<Long, RecordView> seen = reader.seen(descriptor, known);
        Predicate<String> fields = access.seen(descriptor).fields()::containsKey;
        return found.stream()
                .filter(candidate -> seen.containsKey(DuplicateFinder.inner(candidate.record())))
                .map(candidate -> new Candidate(
                        seen.get(DuplicateFinder.inner(candidate.record())),
                        candidate.score().seen(fields)))
                .toList();
    }

    /**
     * Ends the call when a record that an input would make seems to be there. Needs {@code read}.
     *
     * @throws LikelyDuplicate with the records, when one has a score of at least {@link Score#LIKELY}
     */
    public void refuseLikely(String object, Map<String, Object> input) {
        List<Candidate> likely = check(object, input, null).stream()
                .filter(candidate -> candidate.score().value() >= Score.LIKELY)
                .toList();
        if (!likely.isEmpty()) {
            throw new LikelyDuplicate(objects.require(object), likely);
        }
    }

    /**
     * What scans have found and nobody has settled, or what was settled. Needs {@code read}.
     *
     * @param cursor where the page before ended; null for the first page
     */
    public PairPage pairs(String object, DuplicatePair.Status status, String cursor, int limit) {
        ObjectDescriptor descriptor = allowed(object, Operation.READ);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidQuery("limit", MAX_LIMIT);
        }
        int score = Integer.MAX_VALUE;
        long id = Long.MAX_VALUE;
        if (cursor != null && !cursor.isEmpty()) {
            Matcher position = CURSOR.matcher(cursor);
            if (!position.matches()) {
                throw new InvalidQuery("cursor");
            }
            score = Integer.parseInt(position.group(1));
            id = RecordId.parse(position.group(2)).orElseThrow(() -> new InvalidQuery("cursor"));
        }
        List<PairStore.Row> rows = pairs.page(descriptor.name(), status, score, id, limit + 1);
        List<PairStore.Row> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        Optional<String> next = rows.size() > limit
                ? Optional.of(page.get(limit - 1).score().value() + "-"
                        + RecordId.format(page.get(limit - 1).id()))
                : Optional.empty();
        return new PairPage(views(descriptor, page), next);
    }

    private List<DuplicatePair> views(ObjectDescriptor descriptor, List<PairStore.Row> rows) {
        Set<Long> ids = new HashSet<>();
        rows.forEach(row -> ids.addAll(List.of(row.first(), row.second())));
        Map<Long, RecordView> live = reader.seen(descriptor, reader.listed(descriptor, ids));
        Predicate<String> fields = access.seen(descriptor).fields()::containsKey;
        List<DuplicatePair> views = new ArrayList<>();
        for (PairStore.Row row : rows) {
            RecordView first = live.get(row.first());
            RecordView second = live.get(row.second());
            if (first != null && second != null) {
                views.add(new DuplicatePair(
                        RecordId.format(row.id()),
                        first,
                        second,
                        row.score().seen(fields),
                        row.status(),
                        row.foundAt(),
                        row.decidedBy()));
            }
        }
        return views;
    }

    /**
     * How many pairs wait for somebody; of those who do not see every record it is told how many of the likeliest. Needs
     * {@code read}.
     */
    public long countOpen(String object) {
        ObjectDescriptor descriptor = allowed(object, Operation.READ);
        return access.reach(descriptor, Operation.READ).isAll()
                ? pairs.countOpen(descriptor.name())
                : pairs(object, DuplicatePair.Status.OPEN, null, MAX_LIMIT)
                        .pairs()
                        .size();
    }

    /**
     * Remembers that the records of a pair are two, or takes that back. Needs {@code write}.
     *
     * @throws RecordNotFound when there is no such pair
     */
    public void decide(String object, String pair, DuplicatePair.Status status) {
        ObjectDescriptor descriptor = allowed(object, Operation.UPDATE);
        PairStore.Row row = RecordId.parse(pair).stream()
                .boxed()
                .flatMap(id -> pairs.find(descriptor.name(), id).stream())
                .findFirst()
                .orElseThrow(RecordNotFound::new);
        pairs.decide(
                row.id(), status, CallContext.require().name(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        trail.done(
                AuditArea.DUPLICATES,
                AuditAction.CHANGED,
                pair,
                descriptor.name(),
                Map.of("object", descriptor.name(), "status", status));
    }

    /** Looks through all records for duplicates, as a job. Needs {@code write}. */
    public JobView scan(String object) {
        ObjectDescriptor descriptor = allowed(object, Operation.UPDATE);
        return jobs.submit(new JobRequest(DuplicateScan.TYPE, descriptor.name(), "{}", null, null, false));
    }

    private ObjectDescriptor allowed(String object, Operation operation) {
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, operation);
        if (descriptor.matching().isEmpty()) {
            throw new RecordNotFound();
        }
        return descriptor;
    }
}
