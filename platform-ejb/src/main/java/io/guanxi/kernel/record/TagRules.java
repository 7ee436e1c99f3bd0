package io.guanxi.kernel.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.kernel.rule.Rule;
import io.guanxi.kernel.rule.RuleCompiler;
import io.guanxi.kernel.rule.RuleEnvironment;
import io.guanxi.kernel.rule.RuleFailure;
import io.guanxi.kernel.rule.RuleInput;
import io.guanxi.kernel.rule.RuleType;
import io.guanxi.kernel.tag.Tag;
import io.guanxi.kernel.tag.TagAssignments;
import io.guanxi.kernel.tag.Tags;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Sets the tags that rules set, and takes them away when the rules no longer hold; what people have set stays. It asks no
 * permission: it does what an admin has laid down.
 */
@Stateless
@TenantBound
public class TagRules {

    /** Most records in one call. */
    public static final int MOST = 500;

    private static final String IN = " IN (" + String.join(", ", Collections.nCopies(MOST, "?")) + ")";

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private RecordWriter writer;

    @Inject
    private SqlGateway sql;

    @Inject
    private Tenants tenants;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordAccess reach;

    @Inject
    private JobService jobs;

    @Inject
    @Any
    private Instance<RuleFacts> facts;

    /** A tag and its rule. */
    private record Ruled(Tag tag, Rule rule) {}

    /**
     * What rules that set tags of an object's records may name: they must not ask for tags, which they change, neither of the
     * record nor of one that it points to.
     */
    public RuleEnvironment environment(ObjectDescriptor object) {
        TagReads reads = new TagReads(objects);
        ObjectDescriptor untagged = reads.without(object);
        List<FieldDescriptor> fields = new ArrayList<>(untagged.fields().values());
        factsOf(object).ifPresent(known -> fields.addAll(known.fields()));
        return RuleEnvironment.builder(object.having(fields))
                .followingAll(name -> objects.find(name).map(reads::without))
                .build();
    }

    private Optional<RuleFacts> factsOf(ObjectDescriptor object) {
        return facts.stream()
                .filter(known -> known.object().equals(object.name()))
                .findFirst();
    }

    /**
     * Asks all rules about some records of an object, in the transaction of the caller.
     *
     * @param ids at most {@value #MOST}; those that are gone are passed over
     * @return how many records have other tags now
     */
    public int ask(String name, Collection<Long> ids) {
        ObjectDescriptor object = objects.find(name).orElse(null);
        FieldDescriptor field = object == null ? null : TagBook.field(object).orElse(null);
        if (field == null || ids.isEmpty()) {
            return 0;
        }
        List<Ruled> rules = rules(object);
        Map<Long, Set<Long>> set = setByRules(object, ids);
        if (rules.isEmpty() && set.isEmpty()) {
            return 0;
        }
        Map<Long, Map<String, Object>> known = rules.isEmpty()
                ? Map.of()
                : factsOf(object).map(one -> one.of(ids)).orElse(Map.of());
        ZoneId zone = zone();
        Map<Long, Tag> exclusive = exclusive();
        List<CrmRecord> records = RecordSource.select(
                        entities, object, CrmRecord.class, "e", "e.id IN :ids AND e.deletedAt IS NULL")
                .setParameter("ids", ids)
                // What statements have changed past the entity manager must not be read from it.
                .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH)
                .getResultList();
        RuleValues behind = new RuleValues(entities, objects, new TagBook(entities));
        behind.expectBehind(object, object.fields().values(), records);
        RecordBatch batch = writer.beginByRule();
        batch.foresee(object, records);
        int changed = 0;
        for (CrmRecord record : records) {
            Function<String, Object> values =
                    values(behind.of(object, record), known.getOrDefault(record.id(), Map.of()));
            RuleInput input = RuleInput.reading(values).at(Instant.now(), zone);
            List<Tag> wanted = rules.stream()
                    .filter(rule -> holds(rule.rule(), input))
                    .map(Ruled::tag)
                    .toList();
            List<Long> before = ids((String) EntityShape.of(object).get(record, field.name()));
            List<Long> after = after(before, wanted, set.getOrDefault(record.id(), Set.of()), exclusive);
            if (!after.equals(before)) {
                batch.change(
                        object,
                        record,
                        one -> EntityShape.of(object).setAll(one, Collections.singletonMap(field.name(), json(after))));
                changed++;
            }
        }
        batch.flush();
        return changed;
    }

    /**
     * How many of the newest records of an object a rule would hold for. Needs {@code read} on tags and on the object.
     *
     * @param path of the object
     * @throws InvalidRule                              when the source is no rule
     * @throws io.guanxi.kernel.error.RecordNotFound when there is no such object, or its records have no tags
     */
    public RulePreview preview(String path, String source) {
        ObjectDescriptor object = objects.requireByPath(path);
        access.require(objects.require(Tags.OBJECT), Operation.READ);
        access.require(object, Operation.READ);
        TagBook.field(object).orElseThrow(RecordNotFound::new);
        Rule rule = RuleCompiler.compile(source, environment(object), RuleType.CONDITION);
        List<CrmRecord> newest = RecordSource.select(
                        entities, object, CrmRecord.class, "e", "e.deletedAt IS NULL ORDER BY e.id DESC")
                .setMaxResults(MOST)
                .getResultStream()
                .filter(record -> reach.allows(object, record, Operation.READ))
                .toList();
        List<Long> ids = newest.stream().map(CrmRecord::id).toList();
        Map<Long, Map<String, Object>> known = ids.isEmpty()
                ? Map.of()
                : factsOf(object).map(one -> one.of(ids)).orElse(Map.of());
        RuleValues behind = new RuleValues(entities, objects, new TagBook(entities));
        behind.expectBehind(object, object.fields().values(), newest);
        ZoneId zone = zone();
        List<RulePreview.Match> matches = newest.stream()
                .filter(record -> holds(
                        rule,
                        RuleInput.reading(values(behind.of(object, record), known.getOrDefault(record.id(), Map.of())))
                                .at(Instant.now(), zone)))
                .map(record -> new RulePreview.Match(RecordId.format(record.id()), String.valueOf(record.title())))
                .toList();
        return RulePreview.of(matches, newest.size());
    }

    private ZoneId zone() {
        return tenants.find(CallContext.require().tenantId()).map(Tenant::zone).orElseThrow();
    }

    /** Rules lose against tags that exclude theirs; the first of two rules wins. */
    private static List<Long> after(
            List<Long> before, List<Tag> wanted, Set<Long> setByRules, Map<Long, Tag> exclusive) {
        List<Long> after = new ArrayList<>(before);
        after.removeIf(tag -> setByRules.contains(tag) && wanted.stream().noneMatch(one -> one.id() == tag));
        for (Tag tag : wanted) {
            boolean isFree = after.size() < TagAssignments.MOST
                    && !after.contains(tag.id())
                    && after.stream().map(exclusive::get).noneMatch(other -> other != null && tag.excludes(other));
            if (isFree) {
                after.add(tag.id());
            }
        }
        return after;
    }

    private Map<Long, Tag> exclusive() {
        Map<Long, Tag> exclusive = new HashMap<>();
        entities.createQuery("SELECT t FROM Tag t WHERE t.exclusive = TRUE AND t.deletedAt IS NULL", Tag.class)
                .getResultList()
                .forEach(tag -> exclusive.put(tag.id(), tag));
        return exclusive;
    }

    /** In the order of the tags' names; rules that are none any more, since a field is gone, set nothing. */
    private List<Ruled> rules(ObjectDescriptor object) {
        List<Tag> tags = entities.createQuery(
                        "SELECT t FROM Tag t WHERE t.ruleObject = :path AND t.rule IS NOT NULL AND t.deletedAt IS NULL"
                                + " ORDER BY t.sortKey, t.id",
                        Tag.class)
                .setParameter("path", object.path())
                .getResultList();
        if (tags.isEmpty()) {
            return List.of();
        }
        RuleEnvironment environment = environment(object);
        return tags.stream()
                .flatMap(tag ->
                        compiled(tag.rule().orElseThrow(), environment).map(rule -> new Ruled(tag, rule)).stream())
                .toList();
    }

    /** Empty when the source is no rule. */
    static Optional<Rule> compiled(String source, RuleEnvironment environment) {
        try {
            return Optional.of(RuleCompiler.compile(source, environment, RuleType.CONDITION));
        } catch (InvalidRule e) {
            return Optional.empty();
        }
    }

    private static boolean holds(Rule rule, RuleInput record) {
        try {
            return rule.holds(record);
        } catch (RuleFailure e) {
            return false;
        }
    }

    private Map<Long, Set<Long>> setByRules(ObjectDescriptor object, Collection<Long> ids) {
        Object[] values = new Object[1 + MOST];
        Arrays.fill(values, 0L);
        values[0] = object.name();
        int place = 1;
        for (long id : ids) {
            values[place++] = id;
        }
        Map<Long, Set<Long>> set = new HashMap<>();
        sql.query(
                "SELECT record_id, tag_id FROM record_tag WHERE tenant_id = ? AND object = ? AND by_rule = TRUE"
                        + " AND record_id" + IN,
                row -> set.computeIfAbsent(row.getLong(1), none -> new LinkedHashSet<>())
                        .add(row.getLong(2)),
                values);
        return set;
    }

    private static Function<String, Object> values(Function<String, Object> record, Map<String, Object> facts) {
        return name -> facts.containsKey(name) ? facts.get(name) : record.apply(name);
    }

    private static List<Long> ids(String json) {
        return json == null
                ? List.of()
                : JsonTree.readArray(json).stream()
                        .map(id -> RecordId.parse((String) id).orElseThrow())
                        .toList();
    }

    private static String json(List<Long> tags) {
        return tags.isEmpty()
                ? null
                : JsonTree.write(tags.stream().map(RecordId::format).toList());
    }

    /** Asks all records of all objects that a tag's rule is, or was, about, by jobs. */
    public void submit(Collection<Long> tags) {
        Set<String> names = new LinkedHashSet<>();
        for (long tag : tags) {
            sql.query(
                    "SELECT rule_object FROM tag WHERE tenant_id = ? AND id = ? AND rule_object IS NOT NULL"
                            + " AND rule_source IS NOT NULL AND deleted_at IS NULL",
                    row -> objects.findByPath(row.getString(1)).map(ObjectDescriptor::name).stream()
                            .allMatch(names::add),
                    tag);
            sql.query(
                    "SELECT DISTINCT object FROM record_tag WHERE tenant_id = ? AND tag_id = ? AND by_rule = TRUE",
                    row -> names.add(row.getString(1)),
                    tag);
        }
        names.forEach(name -> jobs.submit(TagRuleHandler.request(name)));
    }

    /** The same for all tags that have a rule: rules may ask what day it is. */
    public void submitAll() {
        submit(entities.createQuery(
                        "SELECT t.id FROM Tag t WHERE t.rule IS NOT NULL AND t.deletedAt IS NULL", Long.class)
                .getResultList());
    }
}
