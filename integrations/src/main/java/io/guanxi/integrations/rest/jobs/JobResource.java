package io.guanxi.integrations.rest.jobs;

import io.guanxi.billing.usage.ApiCalls;
import io.guanxi.integrations.rest.ChangesNothing;
import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.json.JsonOutput;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.problems.Languages;
import io.guanxi.integrations.rest.records.QueryParameters;
import io.guanxi.kernel.export.ExportService;
import io.guanxi.kernel.job.JobFilter;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobStatus;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.job.RowErrors;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.undo.UndoService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Long work: submit a file, watch, cancel, and fetch the rows that failed. */
@Path("/v1/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {

    static final String CSV = "text/csv";
    static final String ZIP = "application/zip";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int MAX_LIMIT = 100;

    @Inject
    private JobService jobs;

    @Inject
    private JobJson json;

    @Inject
    private RowErrors rowErrors;

    @Inject
    private ImportSubmission imports;

    @Inject
    private WorkSubmission work;

    @Inject
    private ExportService exports;

    @Inject
    private UndoService undo;

    @Inject
    private IdempotentPosts posts;

    @Inject
    private ApiCalls calls;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @GET
    public Response list() {
        QueryParameters parameters =
                QueryParameters.allow(uri.getQueryParameters(), Set.of("limit", "cursor", "type", "status"));
        JobFilter filter = new JobFilter(
                Optional.ofNullable(parameters.text("type")),
                Optional.ofNullable(parameters.word("status", JobStatus.class, null)));
        JobService.JobPage page = jobs.list(
                filter, parameters.text("cursor"), parameters.number("limit", RecordQuery.DEFAULT_LIMIT, MAX_LIMIT));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "items", page.jobs().stream().map(job -> json.of(job, locale())).toList());
        members.put("nextCursor", page.next().orElse(null));
        return Answer.ok(members).toResponse().build();
    }

    @POST
    @Consumes({CSV, XLSX, MediaType.APPLICATION_OCTET_STREAM})
    public Response submit(@HeaderParam(IdempotencyKey.HEADER) String key, InputStream body) {
        calls.requireCreation();
        Fingerprint fingerprint = Fingerprint.ofStream(uri.getRequestUri(), body);
        return imports.submit(
                key, fingerprint, uri.getQueryParameters(), ImportUpload.of(fingerprint.body()), locale());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response submitParts(@HeaderParam(IdempotencyKey.HEADER) String key, List<EntityPart> parts) {
        calls.requireCreation();
        ImportUpload upload = ImportUpload.of(parts);
        Fingerprint fingerprint =
                Fingerprint.ofStream(uri.getRequestUri(), upload.file()).with(JsonOutput.write(upload.mapping()));
        return imports.submit(key, fingerprint, uri.getQueryParameters(), upload.through(fingerprint.body()), locale());
    }

    /** Work over the records of a list: an export, or a bulk edit. */
    @POST
    @ChangesNothing
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submitWork(@HeaderParam(IdempotencyKey.HEADER) String key, InputStream in) {
        RequestBody body = RequestBody.read(in, RequestBody.SINGLE_LIMIT);
        return posts.answer(
                key,
                Fingerprint.of(uri.getRequestUri(), body.bytes()),
                () -> work.submit(uri.getQueryParameters(), body.object(), locale()));
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") String id) {
        return Answer.ok(json.of(jobs.require(id), locale())).toResponse().build();
    }

    @POST
    @ChangesNothing
    @Path("/{id}/cancel")
    public Response cancel(@PathParam("id") String id, @HeaderParam(IdempotencyKey.HEADER) String key) {
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), new byte[0]), () -> {
            jobs.cancel(id);
            return Answer.ok(json.of(jobs.require(id), locale()));
        });
    }

    @POST
    @ChangesNothing
    @Path("/{id}/resume")
    public Response resume(@PathParam("id") String id, @HeaderParam(IdempotencyKey.HEADER) String key) {
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), new byte[0]), () -> {
            jobs.resume(id);
            return Answer.ok(json.of(jobs.require(id), locale()));
        });
    }

    @POST
    @Path("/{id}/undo")
    public Response undo(@PathParam("id") String id, @HeaderParam(IdempotencyKey.HEADER) String key) {
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), new byte[0]), () -> {
            JobView job = undo.submit(id);
            return Answer.of(202, JobJson.address(job), null, json.of(job, locale()));
        });
    }

    @GET
    @Path("/{id}/changes")
    @Produces(CSV)
    public Response changes(@PathParam("id") String id) {
        JobView job = jobs.require(id);
        Locale locale = locale();
        return file(out -> undo.exportChanges(job.id(), out, locale), "changes-" + job.id());
    }

    @GET
    @Path("/{id}/result")
    @Produces({CSV, XLSX, ZIP})
    public Response result(@PathParam("id") String id) {
        ExportService.ExportFile file = exports.require(id);
        StreamingOutput content = out -> exports.write(file, out);
        return Response.ok(content, file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .build();
    }

    @GET
    @Path("/{id}/errors")
    @Produces(CSV)
    public Response errors(@PathParam("id") String id) {
        JobView job = jobs.require(id);
        Locale locale = locale();
        return file(out -> rowErrors.export(job.id(), out, locale), "errors-" + job.id());
    }

    private static Response file(StreamingOutput rows, String name) {
        return Response.ok(rows, MediaType.valueOf(CSV).withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private Locale locale() {
        return Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
