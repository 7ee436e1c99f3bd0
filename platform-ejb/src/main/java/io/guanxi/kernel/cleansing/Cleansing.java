package io.guanxi.kernel.cleansing;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.duplicate.DuplicatePair;
import io.guanxi.kernel.duplicate.DuplicateService;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RecordReader;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs, what they have found, and what people decide about it. Every method needs an admin. */
@Stateless
@TenantBound
public class Cleansing {

    /** Most findings of a page, and most that are decided about by their ids at once. */
    public static final int MOST = 100;

    private static final int LATEST = 12;

    @Inject
    private AuditTrail trail;

    @Inject
    private AccessPolicy access;

    @Inject
    private RunStore runs;

    @Inject
    private FindingStore findings;

    @Inject
    private CleansingSteps steps;

    @Inject
    private JobService jobs;

    @Inject
    private DuplicateService duplicates;

    @Inject
    private RecordReader reader;

    @Inject
    private ObjectRegistry objects;

    /**
     * One page of findings.
     *
     * @param next cursor of the next page; empty on the last
     */
    public record FindingPage(List<FindingView> findings, Optional<String> next) {}

    /** The latest runs, the last first. */
    public List<CleansingRun> runs() {
        access.require(Feature.CARE_FOR_DATA);
        return runs.latest(LATEST);
    }

    /**
     * @throws RecordNotFound when there is no such run
     */
    public CleansingRun require(String run) {
        access.require(Feature.CARE_FOR_DATA);
        findings.settleDuplicates(inner(run));
        return runs.find(inner(run)).orElseThrow(RecordNotFound::new);
    }

    /** Looks through all records, as a job; the one that does so already where there is one. */
    public JobView start() {
        return start(false);
    }

    /** The same for a run that is due. */
    public JobView startPlanned() {
        return start(true);
    }

    private JobView start(boolean planned) {
        access.require(Feature.CARE_FOR_DATA);
        Optional<JobView> current = runs.latest(1).stream()
                .filter(run -> run.finishedAt() == null)
                .map(run -> jobs.require(run.job()))
                .filter(job -> !job.status().isFinal())
                .findFirst();
        return current.orElseGet(() -> begin(planned));
    }

    private JobView begin(boolean planned) {
        long run = RecordId.next();
        JobView job = jobs.submit(CleansingHandler.request(run));
        runs.begin(run, inner(job.id()), now(), CallContext.require().name(), planned);
        return job;
    }

    /**
     * Findings of a kind. Those that are open and no longer so are settled by being looked at.
     *
     * @param status empty for all
     * @param cursor where the page before ended; null for the first
     * @throws RecordNotFound when there is no such run
     */
    public FindingPage findings(
            String run, FindingKind kind, Optional<FindingStatus> status, String cursor, int limit) {
        access.require(Feature.CARE_FOR_DATA);
        if (limit < 1 || limit > MOST) {
            throw new InvalidQuery("limit", MOST);
        }
        long after = cursor == null || cursor.isEmpty()
                ? 0
                : RecordId.parse(cursor).orElseThrow(() -> new InvalidQuery("cursor"));
        long id = inner(require(run).id());
        List<Finding> found = findings.page(id, kind, status, after, limit + 1);
        List<Finding> page = found.size() > limit ? found.subList(0, limit) : found;
        Set<Long> settled = settled(page);
        List<FindingView> views = views(page, settled);
        boolean isAsked = status.filter(FindingStatus.OPEN::equals).isPresent();
        return new FindingPage(
                isAsked
                        ? views.stream()
                                .filter(view -> view.status() == FindingStatus.OPEN)
                                .toList()
                        : views,
                found.size() > limit
                        ? Optional.of(RecordId.format(page.get(limit - 1).id()))
                        : Optional.empty());
    }

    /** Open findings of the page that are no longer so; somebody has put them right. */
    private Set<Long> settled(List<Finding> page) {
        Set<Long> settled = new HashSet<>();
        page.stream()
                .filter(one -> one.status() == FindingStatus.OPEN && one.pair() == null)
                .collect(Collectors.groupingBy(Finding::object))
                .forEach((name, found) -> {
                    Set<Observation.Sameness> now = new HashSet<>();
                    objects.find(name)
                            .ifPresent(object -> steps.observe(
                                            object,
                                            found.stream()
                                                    .map(one -> one.what().record())
                                                    .distinct()
                                                    .toList())
                                    .forEach(one -> now.add(one.sameness(name))));
                    found.stream().filter(one -> !now.contains(one.sameness())).forEach(one -> settled.add(one.id()));
                });
        findings.tell(settled.stream()
                .map(id -> new FindingStore.Outcome(id, FindingStatus.SETTLED, null, List.of()))
                .toList());
        return settled;
    }

    private List<FindingView> views(List<Finding> page, Set<Long> settled) {
        Map<String, Set<String>> wanted = new HashMap<>();
        page.stream().filter(one -> objects.find(one.object()).isPresent()).forEach(one -> {
            Set<String> ids = wanted.computeIfAbsent(one.object(), none -> new LinkedHashSet<>());
            ids.add(RecordId.format(one.what().record()));
            Optional.ofNullable(one.other()).map(RecordId::format).ifPresent(ids::add);
        });
        Map<String, Map<String, String>> names = new HashMap<>();
        wanted.forEach((object, ids) -> names.put(object, reader.names(object, ids)));
        return page.stream()
                .map(one -> view(one, settled, names.getOrDefault(one.object(), Map.of())))
                .toList();
    }

    private static FindingView view(Finding one, Set<Long> settled, Map<String, String> names) {
        String record = RecordId.format(one.what().record());
        String other = one.other() == null ? null : RecordId.format(one.other());
        return new FindingView(
                RecordId.format(one.id()),
                one.what().kind(),
                settled.contains(one.id()) ? FindingStatus.SETTLED : one.status(),
                one.object(),
                record,
                names.getOrDefault(record, ""),
                other,
                other == null ? null : names.getOrDefault(other, ""),
                one.what().field(),
                one.what().found(),
                one.what().proposal(),
                one.what().touchedAt(),
                one.what().touchedBy(),
                one.decidedBy(),
                one.decidedAt(),
                one.outcome(),
                one.outcomeArgs());
    }

    /**
     * Lets a job apply findings; those that are not open and those that have no proposal stay as they are.
     *
     * @param ids at most {@link #MOST}
     * @throws RecordNotFound when there is no such run
     */
    public JobView accept(String run, Collection<String> ids) {
        long inner = known(run);
        JobView job = jobs.submit(CleansingApply.request());
        findings.decide(inner, inner(ids), decision(FindingStatus.ACCEPTED, inner(job.id())));
        tell(run, FindingStatus.ACCEPTED, "findings", ids);
        return job;
    }

    /** The same for all findings of a kind. */
    public JobView acceptAll(String run, FindingKind kind) {
        long inner = known(run);
        JobView job = jobs.submit(CleansingApply.request());
        findings.decideAll(inner, kind, decision(FindingStatus.ACCEPTED, inner(job.id())));
        tell(run, FindingStatus.ACCEPTED, "kind", kind.word());
        return job;
    }

    /**
     * Leaves records as they are; no run asks again until they change.
     *
     * @param ids at most {@link #MOST}
     * @throws RecordNotFound when there is no such run
     */
    public void dismiss(String run, Collection<String> ids) {
        long inner = known(run);
        List<Finding> found = findings.find(inner, inner(ids));
        found.stream()
                .filter(one -> one.pair() != null && one.status() == FindingStatus.OPEN)
                .forEach(one ->
                        duplicates.decide(one.object(), RecordId.format(one.pair()), DuplicatePair.Status.DISMISSED));
        findings.decide(inner, found.stream().map(Finding::id).toList(), decision(FindingStatus.DISMISSED, null));
        tell(run, FindingStatus.DISMISSED, "findings", ids);
    }

    /** The same for all findings of a kind, but for duplicates: those are looked at in pairs. */
    public void dismissAll(String run, FindingKind kind) {
        long inner = known(run);
        if (kind == FindingKind.DUPLICATE) {
            throw new InvalidQuery("parameter.value", "kind", "email, phone, missing, stale");
        }
        findings.decideAll(inner, kind, decision(FindingStatus.DISMISSED, null));
        tell(run, FindingStatus.DISMISSED, "kind", kind.word());
    }

    private void tell(String run, FindingStatus decision, String which, Object given) {
        trail.done(
                AuditArea.CLEANSING, AuditAction.CHANGED, run, "", Map.of("decision", decision.word(), which, given));
    }

    private long known(String run) {
        return inner(require(run).id());
    }

    private static List<Long> inner(Collection<String> ids) {
        if (ids.size() > MOST) {
            throw new InvalidQuery("limit", MOST);
        }
        List<Long> inner = new ArrayList<>();
        ids.forEach(id -> inner.add(inner(id)));
        return inner;
    }

    private static FindingStore.Decision decision(FindingStatus status, Long job) {
        return new FindingStore.Decision(status, CallContext.require().name(), now(), job);
    }

    private static long inner(String id) {
        return RecordId.parse(id).orElseThrow(RecordNotFound::new);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
