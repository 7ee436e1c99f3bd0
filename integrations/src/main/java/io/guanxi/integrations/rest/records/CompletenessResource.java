package io.guanxi.integrations.rest.records;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.Completeness;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How complete a record is, and what is missing. */
@Path("/v1/{object}/{id}/completeness")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CompletenessResource {

    @Inject
    private VisibleObjects objects;

    @Inject
    private RecordService records;

    @GET
    public Response completeness(@PathParam("object") String path, @PathParam("id") String id) {
        ObjectDescriptor object = objects.requireByPath(path);
        if (!object.isMeasured()) {
            throw new RecordNotFound();
        }
        RecordView record = records.require(object.name(), id);
        Optional<Completeness> completeness = Completeness.of(object, record::value);
        List<Map<String, Object>> missing = completeness.map(Completeness::missing).orElse(List.of()).stream()
                .map(field -> gap(object, field))
                .toList();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("score", completeness.map(Completeness::score).orElse(null));
        members.put("missing", missing);
        return Answer.ok(members).toResponse().build();
    }

    private static Map<String, Object> gap(ObjectDescriptor object, FieldDescriptor field) {
        Map<String, Object> gap = new LinkedHashMap<>();
        gap.put("field", field.name());
        gap.put("weight", object.weights().get(field.name()));
        return gap;
    }
}
