package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.layout.LayoutDefinition;
import io.guanxi.kernel.layout.LayoutJson;
import io.guanxi.kernel.layout.LayoutKey;
import io.guanxi.kernel.layout.Layouts;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a tenant arranges the records of an object. A layout is named by what it is for. */
@Path("/v1/admin/objects/{object}/layouts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LayoutResource {

    private static final String TYPE_FIELD = "recordTypeField";
    private static final String TYPE = "recordType";
    private static final String ROLE = "role";

    @Inject
    private Layouts layouts;

    @Inject
    private ObjectRegistry objects;

    @GET
    public Response list(@PathParam("object") String path) {
        return Answer.ok(written(name(path))).toResponse().build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response keep(@PathParam("object") String path, InputStream in) {
        String object = name(path);
        layouts.of(object);
        Map<String, Object> members = new LinkedHashMap<>(
                RequestBody.read(in, RequestBody.SINGLE_LIMIT).object());
        LayoutKey key = new LayoutKey(
                text(members, TYPE).orElse(""), text(members, ROLE).orElse(""));
        layouts.keep(object, key, LayoutJson.read(members));
        return Answer.ok(written(key, layouts.of(object).get(key))).toResponse().build();
    }

    @DELETE
    public Response remove(
            @PathParam("object") String path,
            @QueryParam(TYPE) @DefaultValue("") String recordType,
            @QueryParam(ROLE) @DefaultValue("") String role) {
        layouts.remove(name(path), new LayoutKey(recordType, role));
        return Response.noContent().build();
    }

    /** Says which choice gives records their type; null for none. */
    @PUT
    @Path("/record-type-field")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response distinguish(@PathParam("object") String path, InputStream in) {
        String object = name(path);
        layouts.of(object);
        Map<String, Object> members = new LinkedHashMap<>(
                RequestBody.read(in, RequestBody.SINGLE_LIMIT).object());
        Optional<String> field = text(members, TYPE_FIELD);
        members.keySet().stream().findFirst().ifPresent(other -> {
            throw new InvalidRecord(FieldError.of("/" + other, "member.unknown", other));
        });
        layouts.distinguish(object, field);
        return Answer.ok(written(object)).toResponse().build();
    }

    private Map<String, Object> written(String object) {
        Map<String, Object> members = new LinkedHashMap<>();
        List<Map<String, Object>> items = layouts.of(object).entrySet().stream()
                .map(entry -> written(entry.getKey(), entry.getValue()))
                .toList();
        members.put(TYPE_FIELD, layouts.typeField(object).orElse(null));
        members.put("items", items);
        return members;
    }

    private static Map<String, Object> written(LayoutKey key, LayoutDefinition layout) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(TYPE, key.recordType().isEmpty() ? null : key.recordType());
        members.put(ROLE, key.role().isEmpty() ? null : key.role());
        members.putAll(LayoutJson.write(layout));
        return members;
    }

    /** Takes a text out of the members. */
    private static Optional<String> text(Map<String, Object> members, String name) {
        Object value = members.remove(name);
        if (value != null && !(value instanceof String)) {
            throw new InvalidRecord(FieldError.of("/" + name, "type.text"));
        }
        return Optional.ofNullable((String) value);
    }

    private String name(String path) {
        return objects.requireByPath(path).name();
    }
}
