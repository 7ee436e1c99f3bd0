package io.guanxi.integrations.rest.imports;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.problems.Languages;
import io.guanxi.integrations.rest.records.EntityTag;
import io.guanxi.integrations.rest.records.QueryParameters;
import io.guanxi.integrations.rest.records.RecordResource;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.imports.SavedMapping;
import io.guanxi.kernel.imports.SavedMappings;
import io.guanxi.kernel.object.ObjectDescriptor;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The mappings of imports that the caller sees. */
@Path("/v1/import-mappings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportMappingResource {

    @Inject
    private SavedMappings mappings;

    @Inject
    private VisibleObjects objects;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @GET
    public Response list() {
        QueryParameters parameters = QueryParameters.allow(uri.getQueryParameters(), Set.of("object"));
        ObjectDescriptor object = objects.requireByPath(parameters.require("object"));
        List<Map<String, Object>> items = mappings.of(object.name()).stream()
                .map(mapping -> ImportMappingJson.write(object, mapping, locale()))
                .toList();
        return Answer.ok(Map.of("items", items)).toResponse().build();
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        SavedMapping mapping = mappings.require(id);
        if (EntityTag.isKnown(known, mapping.version())) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, EntityTag.of(mapping.version()))
                    .build();
        }
        return answer(200, mapping).toResponse().build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@HeaderParam(IdempotencyKey.HEADER) String key, InputStream in) {
        RequestBody body = RequestBody.read(in, RequestBody.SINGLE_LIMIT);
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), body.bytes()), () -> {
            ImportMappingJson.Wanted wanted = ImportMappingJson.read(body.object());
            ObjectDescriptor object = objects.findByPath(wanted.object())
                    .orElseThrow(() -> new InvalidRecord(FieldError.of("/object", "view.object")));
            return answer(201, mappings.create(object.name(), wanted.name(), wanted.shared(), wanted.columns()));
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({RecordResource.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String match, InputStream in) {
        SavedMapping before = mappings.require(id);
        OptionalLong expected = EntityTag.requireMatch(match).of(before.version());
        Map<String, Object> members =
                new LinkedHashMap<>(ImportMappingJson.write(object(before), before, Locale.ENGLISH));
        members.keySet().removeAll(ImportMappingJson.TOLD);
        members.remove("object");
        RequestBody.read(in, RequestBody.SINGLE_LIMIT).object().forEach((name, value) -> {
            if (name.equals("object")) {
                throw new InvalidRecord(FieldError.of("/object", "custom.fixed"));
            }
            members.put(
                    name,
                    name.equals("columns") && value instanceof Map<?, ?> patch
                            ? ImportMappingJson.merged(before.columns(), patch)
                            : value);
        });
        ImportMappingJson.Wanted wanted = ImportMappingJson.read(members);
        return answer(200, mappings.change(id, expected, wanted.name(), wanted.shared(), wanted.columns()))
                .toResponse()
                .build();
    }

    @DELETE
    @Path("/{id}")
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String match) {
        SavedMapping mapping = mappings.require(id);
        mappings.delete(
                id,
                match == null
                        ? OptionalLong.empty()
                        : EntityTag.requireMatch(match).of(mapping.version()));
        return Response.noContent().build();
    }

    private Answer answer(int status, SavedMapping mapping) {
        return Answer.of(
                status,
                status == 201 ? "/api/v1/import-mappings/" + mapping.id() : null,
                EntityTag.of(mapping.version()),
                ImportMappingJson.write(object(mapping), mapping, locale()));
    }

    private ObjectDescriptor object(SavedMapping mapping) {
        return objects.require(mapping.object());
    }

    private Locale locale() {
        return Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
