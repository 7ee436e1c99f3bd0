package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.ChangesNothing;
import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.records.RecordResource;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.custom.FieldDefinitions;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.kernel.rule.RuleFailure;
import io.guanxi.kernel.validation.RuleTrial;
import io.guanxi.kernel.validation.ValidationRule;
import io.guanxi.kernel.validation.ValidationRules;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules that a tenant has made for the records of an object. */
@Path("/v1/admin/objects/{object}/rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ValidationRuleResource {

    @Inject
    private ValidationRules rules;

    @Inject
    private RuleTrial trial;

    @Inject
    private FieldDefinitions definitions;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    @GET
    public Response list(@PathParam("object") String path) {
        definitions.requireAdmin();
        List<Map<String, Object>> items = rules.of(name(path)).entrySet().stream()
                .map(entry -> ValidationRuleJson.write(entry.getKey(), entry.getValue()))
                .toList();
        return Answer.ok(Map.of("items", items)).toResponse().build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(
            @PathParam("object") String path, @HeaderParam(IdempotencyKey.HEADER) String key, InputStream in) {
        definitions.requireAdmin();
        String object = name(path);
        RequestBody body = RequestBody.read(in, RequestBody.SINGLE_LIMIT);
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), body.bytes()), () -> {
            String id = rules.add(ValidationRuleJson.read(object, body.object()));
            return Answer.of(201, "/api/v1/admin/objects/" + path + "/rules/" + id, null, written(object, id));
        });
    }

    /** Whether a condition holds for a record, for values given, or for a record with some values in place of its own. */
    @POST
    @ChangesNothing
    @Path("/try")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(@PathParam("object") String path, InputStream in) {
        definitions.requireAdmin();
        String object = name(path);
        Members members = new Members(
                RequestBody.read(in, RequestBody.SINGLE_LIMIT).object(), Set.of("condition", "record", "values"));
        String condition = members.text("condition");
        String record = members.text("record");
        if (condition == null) {
            members.add("/condition", "required");
        }
        if (members.get("values") != null && !(members.get("values") instanceof Map)) {
            members.add("/values", "type.object");
        }
        members.throwIfAny();
        return Answer.ok(tried(object, condition, record, members.get("values")))
                .toResponse()
                .build();
    }

    private Map<String, Object> tried(String object, String condition, String record, Object given) {
        Locale locale = CallContext.require().locale();
        Map<String, Object> told = new LinkedHashMap<>();
        RuleTrial.Purpose purpose = RuleTrial.Purpose.condition(object);
        try {
            Map<String, Object> values = new LinkedHashMap<>();
            if (record != null) {
                values.putAll(trial.values(purpose, condition, record));
            }
            if (given instanceof Map<?, ?> own) {
                own.forEach((name, value) -> values.put(String.valueOf(name), value));
            }
            RuleTrial.Answer answer = trial.answer(purpose, condition, values);
            told.put("holds", answer.holds());
            RuleFailure failure = answer.failure();
            told.put(
                    "failure",
                    failure == null
                            ? null
                            : Labels.error(
                                    failure.code(), locale, failure.args().toArray()));
            told.put("values", values);
            told.put("problems", List.of());
        } catch (InvalidRule e) {
            told.put("holds", false);
            told.put("failure", null);
            told.put("values", Map.of());
            told.put(
                    "problems",
                    e.problems().stream()
                            .map(problem -> ValidationRuleJson.write(problem, locale))
                            .toList());
        }
        return told;
    }

    @PATCH
    @Path("/{id}")
    @Consumes({RecordResource.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("object") String path, @PathParam("id") String id, InputStream in) {
        definitions.requireAdmin();
        String object = name(path);
        Map<String, Object> members = new LinkedHashMap<>(written(object, id));
        members.remove("id");
        RequestBody.read(in, RequestBody.SINGLE_LIMIT).object().forEach(members::put);
        rules.change(id, ValidationRuleJson.read(object, members));
        return Answer.ok(written(object, id)).toResponse().build();
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("object") String path, @PathParam("id") String id) {
        definitions.requireAdmin();
        written(name(path), id);
        rules.remove(id);
        return Response.noContent().build();
    }

    private Map<String, Object> written(String object, String id) {
        ValidationRule rule = rules.of(object).get(id);
        if (rule == null) {
            throw new RecordNotFound();
        }
        return ValidationRuleJson.write(id, rule);
    }

    private String name(String path) {
        return objects.requireByPath(path).name();
    }
}
