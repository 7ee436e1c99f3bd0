package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.jobs.JobJson;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.problems.Languages;
import io.guanxi.integrations.rest.records.QueryParameters;
import io.guanxi.kernel.cleansing.Cleansing;
import io.guanxi.kernel.cleansing.FindingKind;
import io.guanxi.kernel.cleansing.FindingStatus;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.job.JobView;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs that look for what is wrong with records, what they have found, and what is decided about it. */
@Path("/v1/admin/cleansing/runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CleansingResource {

    private static final String FINDINGS = "findings";
    private static final String KIND = "kind";

    @Inject
    private Cleansing cleansing;

    @Inject
    private CleansingJson json;

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
        QueryParameters.allow(uri.getQueryParameters(), Set.of());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("items", cleansing.runs().stream().map(CleansingJson::run).toList());
        members.put("nextCursor", null);
        return ok(members);
    }

    @POST
    public Response start(@HeaderParam(IdempotencyKey.HEADER) String key) {
        QueryParameters.allow(uri.getQueryParameters(), Set.of());
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), new byte[0]), () -> accepted(cleansing.start()));
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") String id) {
        return ok(CleansingJson.run(cleansing.require(id)));
    }

    @GET
    @Path("/{id}/findings")
    public Response findings(@PathParam("id") String id) {
        QueryParameters parameters =
                QueryParameters.allow(uri.getQueryParameters(), Set.of(KIND, "status", "cursor", "limit"));
        parameters.require(KIND);
        Cleansing.FindingPage page = cleansing.findings(
                id,
                parameters.word(KIND, FindingKind.class, null),
                Optional.ofNullable(parameters.word("status", FindingStatus.class, null)),
                parameters.text("cursor"),
                parameters.number("limit", Cleansing.MOST, Cleansing.MOST));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "items",
                page.findings().stream()
                        .map(finding -> json.finding(
                                finding, Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))))
                        .toList());
        members.put("nextCursor", page.next().orElse(null));
        return ok(members);
    }

    @POST
    @Path("/{id}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response accept(@PathParam("id") String id, @HeaderParam(IdempotencyKey.HEADER) String key, InputStream in) {
        RequestBody body = RequestBody.read(in, RequestBody.SINGLE_LIMIT);
        Choice choice = Choice.of(body.object());
        return posts.answer(
                key,
                Fingerprint.of(uri.getRequestUri(), body.bytes()),
                () -> accepted(
                        choice.kind() == null
                                ? cleansing.accept(id, choice.ids())
                                : cleansing.acceptAll(id, choice.kind())));
    }

    /** Dismissing twice is dismissing once, so that no key is needed. */
    @POST
    @Path("/{id}/dismiss")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response dismiss(@PathParam("id") String id, InputStream in) {
        Choice choice = Choice.of(RequestBody.read(in, RequestBody.SINGLE_LIMIT).object());
        if (choice.kind() == null) {
            cleansing.dismiss(id, choice.ids());
        } else {
            cleansing.dismissAll(id, choice.kind());
        }
        return Response.noContent().build();
    }

    /** Findings by their ids, or all of a kind; the other one is empty or null. */
    private record Choice(List<String> ids, FindingKind kind) {

        static Choice of(Map<String, Object> given) {
            Members members = new Members(given, Set.of(FINDINGS, KIND));
            List<String> ids = new ArrayList<>();
            if (given.get(FINDINGS) instanceof List<?> list) {
                list.forEach(id -> ids.add(String.valueOf(id)));
            }
            String word = members.text(KIND);
            Optional<FindingKind> kind = Arrays.stream(FindingKind.values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
            if (ids.isEmpty() == kind.isEmpty()) {
                throw new InvalidRecord(FieldError.of("/" + FINDINGS, "required"));
            }
            members.throwIfAny();
            return new Choice(ids, kind.orElse(null));
        }
    }

    private Answer accepted(JobView job) {
        return Answer.of(
                202,
                JobJson.address(job),
                null,
                jobs.of(job, Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    private static Response ok(Map<String, Object> members) {
        return Answer.ok(members).toResponse().build();
    }
}
