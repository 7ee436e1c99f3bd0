package io.guanxi.integrations.rest.records;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.json.JsonInput;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.problems.Languages;
import io.guanxi.integrations.rest.problems.Problem;
import io.guanxi.integrations.rest.problems.Problems;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.AtomicFailure;
import io.guanxi.kernel.record.BulkOperation;
import io.guanxi.kernel.record.BulkResult;
import io.guanxi.kernel.record.BulkService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Up to 200 changes of one object in one request, each on its own or all or none. */
@Path("/v1/{object}/bulk")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BulkResource {

    @Inject
    private VisibleObjects objects;

    @Inject
    private BulkService bulk;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @POST
    public Response apply(
            @PathParam("object") String path, @HeaderParam(IdempotencyKey.HEADER) String key, InputStream in) {
        ObjectDescriptor object = objects.requireByPath(path);
        boolean atomic = QueryParameters.allow(uri.getQueryParameters(), Set.of("atomic"))
                .flag("atomic");
        RequestBody body = RequestBody.read(in, RequestBody.BULK_LIMIT);
        List<BulkOperation> operations = BulkRequest.read(body.json());
        Fingerprint fingerprint = Fingerprint.of(uri.getRequestUri(), body.bytes());
        if (key == null || atomic) {
            return posts.answer(
                    key,
                    fingerprint,
                    () -> Answer.ok(results(
                            atomic
                                    ? bulk.applyAll(object.name(), operations)
                                    : bulk.applyEach(object.name(), operations))));
        }
        IdempotencyKey named = IdempotencyKey.parse(key).orElseThrow();
        return posts.answerInParts(
                named, fingerprint, () -> Answer.ok(inParts(object, operations, named, fingerprint)));
    }

    /**
     * Each operation commits with its own entry under the key: a repeated request does only what is left. A failure
     * that is no broken rule ends the request, so that it can be repeated.
     */
    private Map<String, Object> inParts(
            ObjectDescriptor object, List<BulkOperation> operations, IdempotencyKey key, Fingerprint fingerprint) {
        List<Object> results = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            List<BulkOperation> one = List.of(operations.get(i));
            try {
                Answer answer = posts.part(
                        key,
                        i,
                        fingerprint,
                        () -> Answer.ok(json(bulk.applyAll(object.name(), one).get(0))));
                results.add(JsonInput.read(answer.body()));
            } catch (AtomicFailure e) {
                results.add(json(e.reason()));
            }
        }
        return Map.of("results", results);
    }

    private Map<String, Object> results(List<BulkResult> results) {
        return Map.of("results", results.stream().map(this::json).toList());
    }

    private Map<String, Object> json(BulkResult result) {
        if (result.failure().isPresent()) {
            return json(result.failure().get());
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("status", result.created() ? 201 : 200);
        members.put("id", result.id());
        return members;
    }

    private Map<String, Object> json(RuntimeException failure) {
        Locale locale = Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = Problems.of(failure, locale);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("status", problem.type().status());
        if (problem.headers().containsKey(HttpHeaders.ETAG)) {
            members.put("etag", problem.headers().get(HttpHeaders.ETAG));
        }
        members.put("problem", problem.json());
        return members;
    }
}
