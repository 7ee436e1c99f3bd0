package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.kernel.custom.CompletenessWeights;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.ObjectRegistry;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much each field counts when it is said how complete a record is. */
@Path("/v1/admin/objects/{object}/completeness")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CompletenessWeightResource {

    private static final String WEIGHTS = "weights";

    @Inject
    private CompletenessWeights weights;

    @Inject
    private ObjectRegistry objects;

    @GET
    public Response read(@PathParam("object") String path) {
        return Answer.ok(written(name(path))).toResponse().build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response keep(@PathParam("object") String path, InputStream in) {
        String object = name(path);
        weights.of(object);
        weights.keep(
                object, wanted(RequestBody.read(in, RequestBody.SINGLE_LIMIT).object()));
        return Answer.ok(written(object)).toResponse().build();
    }

    @DELETE
    public Response reset(@PathParam("object") String path) {
        weights.reset(name(path));
        return Response.noContent().build();
    }

    private Map<String, Object> written(String object) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("own", weights.isOwn(object));
        members.put(WEIGHTS, weights.of(object));
        return members;
    }

    private static Map<String, Integer> wanted(Map<String, Object> members) {
        List<FieldError> errors = new ArrayList<>();
        members.keySet().stream()
                .filter(name -> !name.equals(WEIGHTS) && !name.equals("own"))
                .forEach(name -> errors.add(FieldError.of("/" + name, "member.unknown", name)));
        Map<String, Integer> wanted = new LinkedHashMap<>();
        if (members.get(WEIGHTS) instanceof Map<?, ?> given) {
            given.forEach((field, weight) -> {
                if (weight instanceof Number number && number.doubleValue() == number.intValue()) {
                    wanted.put((String) field, number.intValue());
                } else {
                    errors.add(FieldError.of("/weights/" + field, "type.integer"));
                }
            });
        } else {
            errors.add(FieldError.of("/weights", "type.object"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        return wanted;
    }

    private String name(String path) {
        return objects.requireByPath(path).name();
    }
}
