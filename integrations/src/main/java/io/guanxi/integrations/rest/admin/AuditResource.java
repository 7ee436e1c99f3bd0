package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.ChangesNothing;
import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.jobs.JobJson;
import io.guanxi.integrations.rest.problems.Languages;
import io.guanxi.integrations.rest.records.QueryParameters;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditExport;
import io.guanxi.kernel.audit.AuditFilter;
import io.guanxi.kernel.audit.AuditSearch;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who did what, when and from where. */
@Path("/v1/admin/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final int PRESET = 50;

    private static final List<String> FILTERS =
            List.of("kind", "object", "record", "person", "from", "until", "q", "trace");

    @Inject
    private AuditSearch search;

    @Inject
    private AuditExport export;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AuditJson json;

    @Inject
    private JobJson jobs;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @GET
    public Response list() {
        Set<String> known = new HashSet<>(FILTERS);
        known.addAll(List.of("cursor", "limit"));
        QueryParameters parameters = QueryParameters.allow(uri.getQueryParameters(), known);
        AuditSearch.Page page = search.list(
                filter(parameters), parameters.text("cursor"), parameters.number("limit", PRESET, AuditSearch.MOST));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("items", page.lines().stream().map(json::line).toList());
        members.put("nextCursor", page.next().orElse(null));
        return Answer.ok(members).toResponse().build();
    }

    @POST
    @ChangesNothing
    @Path("/export")
    public Response export(@HeaderParam(IdempotencyKey.HEADER) String key) {
        QueryParameters parameters = QueryParameters.allow(uri.getQueryParameters(), Set.copyOf(FILTERS));
        AuditFilter filter = filter(parameters);
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), new byte[0]), () -> {
            var job = export.submit(filter);
            return Answer.of(
                    202,
                    JobJson.address(job),
                    null,
                    jobs.of(job, Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))));
        });
    }

    private AuditFilter filter(QueryParameters parameters) {
        String kind = given(parameters, "kind");
        if (!kind.isEmpty()
                && !kind.equals(AuditFilter.RECORDS)
                && AuditArea.of(kind).isEmpty()) {
            throw new InvalidQuery("parameter.value", "kind", AuditJson.KINDS);
        }
        String path = given(parameters, "object");
        String record = given(parameters, "record");
        if (path.isEmpty() && !record.isEmpty()) {
            throw new InvalidQuery("parameter.value", "object", "…");
        }
        return new AuditFilter(
                kind,
                path.isEmpty() ? "" : object(path),
                record,
                given(parameters, "person"),
                time(parameters, "from"),
                time(parameters, "until"),
                given(parameters, "q").strip(),
                given(parameters, "trace"));
    }

    /** One that is gone is looked for by the name it had. */
    private String object(String path) {
        return objects.findByPath(path).map(ObjectDescriptor::name).orElse(path);
    }

    private static String given(QueryParameters parameters, String name) {
        String text = parameters.text(name);
        return text == null ? "" : text;
    }

    private static Instant time(QueryParameters parameters, String name) {
        String text = given(parameters, name);
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            throw new InvalidQuery("parameter.value", name, "2026-01-31T09:00:00Z");
        }
    }
}
