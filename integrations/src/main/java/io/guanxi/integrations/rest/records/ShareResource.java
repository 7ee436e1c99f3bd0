package io.guanxi.integrations.rest.records;

import io.guanxi.integrations.rest.admin.Members;
import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.people.Grantee;
import io.guanxi.kernel.sharing.RecordShares;
import io.guanxi.kernel.sharing.Share;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** With whom a record is shared beyond what roles and sharing rules give. */
@Path("/v1/{object}/{id}/shares")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ShareResource {

    @Inject
    private VisibleObjects objects;

    @Inject
    private RecordShares shares;

    @GET
    public Response list(@PathParam("object") String path, @PathParam("id") String id) {
        return Answer.ok(Map.of(
                        "items",
                        shares.of(name(path), id).stream()
                                .map(ShareResource::written)
                                .toList()))
                .toResponse()
                .build();
    }

    /** Shares the record, or says anew for what. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response share(@PathParam("object") String path, @PathParam("id") String id, InputStream in) {
        shares.of(name(path), id);
        Members members =
                new Members(RequestBody.read(in, RequestBody.SINGLE_LIMIT).object(), Set.of("grantee", "level"));
        Grantee grantee = members.grantee("grantee");
        var level = members.level("level");
        members.throwIfAny();
        return Answer.ok(written(shares.share(name(path), id, grantee, level)))
                .toResponse()
                .build();
    }

    @DELETE
    @Path("/{kind}/{name}")
    public Response end(
            @PathParam("object") String path,
            @PathParam("id") String id,
            @PathParam("kind") String kind,
            @PathParam("name") String name) {
        Grantee grantee = Stream.of(Grantee.Kind.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(kind))
                .map(one -> new Grantee(one, name))
                .findFirst()
                .orElseThrow(RecordNotFound::new);
        shares.end(name(path), id, grantee);
        return Response.noContent().build();
    }

    private static Map<String, Object> written(Share share) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("grantee", Members.written(share.grantee()));
        members.put("level", Members.written(share.level()));
        members.put("since", share.since());
        return members;
    }

    private String name(String path) {
        return objects.requireByPath(path).name();
    }
}
