package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.sharing.SharingRule;
import io.guanxi.kernel.sharing.SharingRules;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.Map;
import java.util.Set;

/** Records of some people that others of a tenant see or change as well. */
@Path("/v1/admin/sharing-rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SharingRuleResource {

    private static final Set<String> MEMBERS = Set.of("name", "object", "source", "grantee", "level");

    @Inject
    private SharingRules rules;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    @GET
    public Response list() {
        return Answer.ok(Map.of("items", rules.all().stream().map(this::written).toList()))
                .toResponse()
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@HeaderParam(IdempotencyKey.HEADER) String key, InputStream in) {
        rules.all();
        RequestBody body = RequestBody.read(in, RequestBody.SINGLE_LIMIT);
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), body.bytes()), () -> {
            SharingRule made = rules.create(wanted(body.object()));
            return Answer.of(201, "/api/v1/admin/sharing-rules/" + made.id(), null, written(made));
        });
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") String id) {
        rules.delete(id);
        return Response.noContent().build();
    }

    private SharingRule wanted(Map<String, Object> given) {
        Members members = new Members(given, MEMBERS);
        String path = members.text("object");
        SharingRule rule = new SharingRule(
                null,
                members.text("name"),
                objects.findByPath(path == null ? "" : path)
                        .map(ObjectDescriptor::name)
                        .orElse(""),
                members.grantee("source"),
                members.grantee("grantee"),
                members.level("level"));
        members.throwIfAny();
        return rule;
    }

    private Map<String, Object> written(SharingRule rule) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", rule.id());
        members.put("name", rule.name());
        members.put(
                "object",
                objects.find(rule.object()).map(ObjectDescriptor::path).orElse(rule.object()));
        members.put("source", Members.written(rule.source()));
        members.put("grantee", Members.written(rule.grantee()));
        members.put("level", Members.written(rule.level()));
        return members;
    }
}
