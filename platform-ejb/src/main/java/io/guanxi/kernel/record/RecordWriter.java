package io.guanxi.kernel.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.custom.CustomIndex;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.event.EventLog;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.People;
import io.guanxi.kernel.tag.TagAssignments;
import io.guanxi.kernel.validation.ActiveRules;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;

/** Begins batches of writes. What a batch remembers must not outlive its call, which belongs to one tenant. */
@ApplicationScoped
public class RecordWriter {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private People people;

    @Inject
    private SqlGateway sql;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordAccess reach;

    @Inject
    private RuleBook rules;

    @Inject
    private ActiveRules validationRules;

    @Inject
    @Any
    private Instance<WriteFollower> known;

    private final List<WriteFollower> followers = new ArrayList<>();

    @PostConstruct
    void collectFollowers() {
        known.forEach(followers::add);
    }

    RecordBatch begin() {
        return begin(new TagAssignments(sql));
    }

    /** The same for writes in which rules set the tags. */
    RecordBatch beginByRule() {
        TagAssignments assignments = new TagAssignments(sql);
        assignments.byRule();
        return begin(assignments).byProduct();
    }

    private RecordBatch begin(TagAssignments assignments) {
        TagBook tags = new TagBook(entities);
        RuleValues values = new RuleValues(entities, objects, tags);
        return new RecordBatch(
                entities,
                new ReferenceCheck(entities, objects, people, reach),
                new CustomIndex(sql),
                new WriteLog(
                        new HistoryLog(sql),
                        new EventLog(sql),
                        followers.stream().map(WriteFollower::begin).toList()),
                tags,
                new TagWriter(tags, assignments, objects, access),
                new Parts(entities, objects),
                rules,
                new RecordValidation(validationRules, values),
                new ComputedValues(tags, values),
                new RecordNumbers(sql),
                access::seen);
    }
}
