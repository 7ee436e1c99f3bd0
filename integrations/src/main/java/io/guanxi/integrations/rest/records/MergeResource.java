package io.guanxi.integrations.rest.records;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.MergeService;
import io.guanxi.kernel.record.RecordView;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Makes one record of several. */
@Path("/v1/{object}/{id}/merge")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MergeResource {

    private static final int ATTEMPTS = 5;

    @Inject
    private VisibleObjects objects;

    @Inject
    private MergeService merges;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response merge(
            @PathParam("object") String path,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String match,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            InputStream in) {
        ObjectDescriptor object = objects.requireByPath(path);
        QueryParameters.allow(uri.getQueryParameters(), Set.of());
        OptionalLong expected = match == null ? OptionalLong.empty() : expected(EntityTag.requireMatch(match));
        RequestBody body = RequestBody.read(in, RequestBody.SINGLE_LIMIT);
        Map<String, Object> members = body.object();
        if (!Set.of("others", "take").containsAll(members.keySet())) {
            throw malformed();
        }
        List<String> others = others(members.get("others"));
        Map<String, String> take = take(members.get("take"));
        Fingerprint fingerprint = Fingerprint.of(uri.getRequestUri(), body.bytes());
        for (int attempt = 1; ; attempt++) {
            try {
                return merged(object, id, expected, others, take, key, fingerprint);
            } catch (StaleRecord e) {
                // A scan or somebody else was at one of the many rows; the caller asked for no version.
                if (expected.isPresent() || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Response merged(
            ObjectDescriptor object,
            String id,
            OptionalLong expected,
            List<String> others,
            Map<String, String> take,
            String key,
            Fingerprint fingerprint) {
        return posts.answer(key, fingerprint, () -> {
            RecordView merged = merges.merge(object.name(), id, expected, others, take);
            return Answer.of(
                    200,
                    null,
                    EntityTag.of(merged.version()),
                    RecordJson.single(object, merged, FieldSelection.everything()));
        });
    }

    /** Tags that are none of ours match no version. */
    private static OptionalLong expected(EntityTag.Expectation expectation) {
        return expectation.any() || !expectation.versions().isEmpty() ? expectation.single() : OptionalLong.of(-1);
    }

    private static List<String> others(Object member) {
        if (!(member instanceof List<?> ids) || !ids.stream().allMatch(String.class::isInstance)) {
            throw malformed();
        }
        return ids.stream().map(String.class::cast).toList();
    }

    private static Map<String, String> take(Object member) {
        Map<String, String> take = new LinkedHashMap<>();
        if (member == null) {
            return take;
        }
        if (!(member instanceof Map<?, ?> chosen)) {
            throw malformed();
        }
        chosen.forEach((field, id) -> {
            if (field.equals(CustomMembers.MEMBER) && id instanceof Map<?, ?> custom) {
                custom.forEach((name, of) -> take.put(CustomField.PREFIX + name, text(of)));
            } else {
                take.put(String.valueOf(field), text(id));
            }
        });
        return take;
    }

    private static String text(Object id) {
        if (id instanceof String text) {
            return text;
        }
        throw malformed();
    }

    private static ApiProblem malformed() {
        return new ApiProblem(ProblemType.MALFORMED_REQUEST, "merge.body");
    }
}
