package io.guanxi.integrations.rest.records;

import io.guanxi.integrations.rest.json.JsonInput;
import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.record.BulkOperation;
import io.guanxi.kernel.record.BulkService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the array of a bulk request; what is wrong with its form is told for all operations at once. */
final class BulkRequest {

    private static final Set<String> MEMBERS = Set.of("op", "id", "externalSystem", "externalId", "ifMatch", "data");

    private final List<FieldError> errors = new ArrayList<>();

    private BulkRequest() {}

    /**
     * @throws ApiProblem 422 with all errors of form; data is checked by the service
     */
    static List<BulkOperation> read(Object json) {
        if (!(json instanceof List<?> elements)) {
            throw new ApiProblem(ProblemType.MALFORMED_REQUEST, "json.arrayExpected");
        }
        if (elements.size() > BulkService.MOST) {
            throw new ApiProblem(ProblemType.BODY_TOO_LARGE, "bulk.tooMany", BulkService.MOST, elements.size());
        }
        BulkRequest request = new BulkRequest();
        List<BulkOperation> operations = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            operations.add(request.operation("/" + i, elements.get(i)));
        }
        if (!request.errors.isEmpty()) {
            throw new ApiProblem(ProblemType.INVALID_RECORD, "bulk.malformed").withErrors(request.errors);
        }
        return operations;
    }

    private BulkOperation operation(String pointer, Object element) {
        if (!(element instanceof Map)) {
            errors.add(FieldError.of(pointer, "bulk.notObject"));
            return null;
        }
        Map<String, Object> members = JsonInput.members(element);
        for (String name : members.keySet()) {
            if (!MEMBERS.contains(name)) {
                errors.add(FieldError.of(pointer + "/" + escaped(name), "bulk.unknownMember"));
            }
        }
        BulkOperation.Kind op = op(pointer, members.get("op"));
        return op == null ? null : operation(pointer, op, members);
    }

    private BulkOperation operation(String pointer, BulkOperation.Kind op, Map<String, Object> members) {
        boolean upsert = op == BulkOperation.Kind.UPSERT;
        boolean byId = op == BulkOperation.Kind.UPDATE || op == BulkOperation.Kind.DELETE;
        return new BulkOperation(
                op,
                text(pointer, members, "id", byId),
                text(pointer, members, "externalSystem", upsert),
                text(pointer, members, "externalId", upsert),
                version(pointer, members.get("ifMatch")),
                data(pointer, members.get("data"), op != BulkOperation.Kind.DELETE));
    }

    private BulkOperation.Kind op(String pointer, Object value) {
        for (BulkOperation.Kind op : BulkOperation.Kind.values()) {
            if (op.name().toLowerCase(Locale.ROOT).equals(value)) {
                return op;
            }
        }
        errors.add(FieldError.of(pointer + "/op", "bulk.op"));
        return null;
    }

    private String text(String pointer, Map<String, Object> members, String name, boolean needed) {
        Object value = members.get(name);
        if (value == null && needed) {
            errors.add(FieldError.of(pointer + "/" + name, "bulk.missing"));
        } else if (value != null && !(value instanceof String)) {
            errors.add(FieldError.of(pointer + "/" + name, "bulk.text"));
        }
        return value instanceof String text ? text : null;
    }

    private Map<String, Object> data(String pointer, Object value, boolean needed) {
        if (value instanceof Map) {
            return CustomMembers.flat(JsonInput.members(value));
        }
        if (value != null) {
            errors.add(FieldError.of(pointer + "/data", "bulk.data"));
        } else if (needed) {
            errors.add(FieldError.of(pointer + "/data", "bulk.missing"));
        }
        return Map.of();
    }

    private OptionalLong version(String pointer, Object value) {
        if (value == null || "*".equals(value)) {
            return OptionalLong.empty();
        }
        OptionalLong version = value instanceof String tag ? EntityTag.version(tag) : OptionalLong.empty();
        if (version.isEmpty()) {
            errors.add(FieldError.of(pointer + "/ifMatch", "bulk.ifMatch"));
        }
        return version;
    }

    /** RFC 6901, 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
