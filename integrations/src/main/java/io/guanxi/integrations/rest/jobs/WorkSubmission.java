package io.guanxi.integrations.rest.jobs;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import io.guanxi.integrations.rest.records.CustomMembers;
import io.guanxi.integrations.rest.records.QueryParameters;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.bulk.BulkJobs;
import io.guanxi.kernel.bulk.BulkRequest;
import io.guanxi.kernel.export.ExportFormat;
import io.guanxi.kernel.export.ExportRequest;
import io.guanxi.kernel.export.ExportService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.RecordSelection;
import io.guanxi.kernel.record.BulkEdit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what a job over the records of a list is asked to do: which records stands in the query, as in the address of the
 * list, and what is done to each in the body.
 */
@ApplicationScoped
public class WorkSubmission {

    private static final Set<String> PARAMETERS =
            Set.of("type", "object", "filter", "q", "sort", "archived", "deleted", "fields", "format");

    private static final Set<String> MEMBERS = Set.of("action", "set", "addTags", "removeTags");

    @Inject
    private VisibleObjects objects;

    @Inject
    private ExportService exports;

    @Inject
    private BulkJobs bulk;

    @Inject
    private JobJson json;

    private enum Type {
        EXPORT,
        BULK
    }

    Answer submit(MultivaluedMap<String, String> query, Map<String, Object> body, Locale locale) {
        QueryParameters parameters = QueryParameters.allow(query, PARAMETERS);
        parameters.require("type");
        Type type = parameters.word("type", Type.class, null);
        ObjectDescriptor object = objects.findByPath(parameters.require("object"))
                .orElseThrow(() -> QueryParameters.invalid("parameter.value", "object", paths()));
        RecordSelection selection = new RecordSelection(
                Stream.ofNullable(parameters.text("filter")).toList(),
                parameters.text("q"),
                parameters.text("sort"),
                parameters.shelf());
        JobView job =
                switch (type) {
                    case EXPORT ->
                        exports.submit(new ExportRequest(
                                object.name(),
                                selection,
                                parameters.names("fields"),
                                parameters.word("format", ExportFormat.class, ExportFormat.CSV)));
                    case BULK -> bulk.submit(new BulkRequest(object.name(), selection, edit(body)));
                };
        return Answer.of(202, JobJson.address(job), null, json.of(job, locale));
    }

    private static BulkEdit edit(Map<String, Object> body) {
        body.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw malformed("job.bulk.member", name);
                });
        return new BulkEdit(
                action(body.get("action")), set(body.get("set")), names(body, "addTags"), names(body, "removeTags"));
    }

    private static BulkEdit.Action action(Object given) {
        return Optional.ofNullable(given)
                .flatMap(name -> Arrays.stream(BulkEdit.Action.values())
                        .filter(action -> action.name().toLowerCase(Locale.ROOT).equals(name))
                        .findFirst())
                .orElseThrow(() -> malformed("job.bulk.action"));
    }

    private static Map<String, Object> set(Object given) {
        if (given == null) {
            return Map.of();
        }
        if (!(given instanceof Map<?, ?>)) {
            throw malformed("job.bulk.set");
        }
        return CustomMembers.flat(io.guanxi.integrations.rest.json.JsonInput.members(given));
    }

    private static List<String> names(Map<String, Object> body, String member) {
        Object given = body.get(member);
        if (given == null) {
            return List.of();
        }
        if (!(given instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw malformed("job.bulk.tags", member);
        }
        return list.stream().map(String::valueOf).toList();
    }

    private String paths() {
        return String.join(
                ", ", objects.all().stream().map(ObjectDescriptor::path).toList());
    }

    private static ApiProblem malformed(String code, Object... args) {
        return new ApiProblem(ProblemType.MALFORMED_REQUEST, code, args);
    }
}
