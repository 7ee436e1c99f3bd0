package io.guanxi.integrations.rest.records;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.MergeService;
import io.guanxi.kernel.record.Unmerged;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Takes the last merge into a record apart. */
@Path("/v1/{object}/{id}/unmerge")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UnmergeResource {

    @Inject
    private VisibleObjects objects;

    @Inject
    private MergeService merges;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    @POST
    public Response unmerge(
            @PathParam("object") String path,
            @PathParam("id") String id,
            @HeaderParam(IdempotencyKey.HEADER) String key) {
        ObjectDescriptor object = objects.requireByPath(path);
        QueryParameters.allow(uri.getQueryParameters(), Set.of());
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), new byte[0]), () -> {
            Unmerged done = merges.unmerge(object.name(), id);
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("record", RecordJson.single(object, done.survivor(), FieldSelection.everything()));
            members.put("restored", done.restored());
            members.put("kept", done.kept());
            members.put("keptMoves", done.keptMoves());
            return Answer.ok(members);
        });
    }
}
