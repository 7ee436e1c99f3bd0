package io.guanxi.integrations.rest.records;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.TagOrigins;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who or what has set the tags of a record. */
@Path("/v1/{object}/{id}/tags")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TagsResource {

    @Inject
    private VisibleObjects objects;

    @Inject
    private TagOrigins origins;

    @GET
    public Response read(@PathParam("object") String path, @PathParam("id") String id) {
        ObjectDescriptor object = objects.requireByPath(path);
        if (!origins.covers(object)) {
            throw new RecordNotFound();
        }
        return Answer.ok(Map.of(
                        "items",
                        origins.of(object.name(), id).stream()
                                .map(TagsResource::json)
                                .toList()))
                .toResponse()
                .build();
    }

    private static Map<String, Object> json(TagOrigins.Origin origin) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("tag", origin.id());
        members.put("name", origin.name());
        members.put("byRule", origin.byRule());
        members.put("by", origin.by());
        members.put("at", origin.at().orElse(null));
        return members;
    }
}
