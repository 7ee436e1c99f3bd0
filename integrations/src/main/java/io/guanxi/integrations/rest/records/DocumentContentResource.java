package io.guanxi.integrations.rest.records;

import io.guanxi.documents.DocumentContent;
import io.guanxi.documents.DocumentService;
import io.guanxi.documents.Documents;
import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.json.LimitedInputStream;
import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.record.RecordView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The contents of documents: what a document is called and is about is changed as with any record. */
@Path("/v1/documents/{id}/content")
@RequestScoped
public class DocumentContentResource {

    @Inject
    private DocumentService documents;

    @Inject
    private VisibleObjects objects;

    @Context
    private UriInfo uri;

    @GET
    public Response read(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known)
            throws IOException {
        QueryParameters.allow(uri.getQueryParameters(), Set.of());
        DocumentContent content = documents.open(id);
        String tag = "\"" + content.checksum() + "\"";
        if (tag.equals(known)) {
            content.stream().close();
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        StreamingOutput body = out -> {
            try (InputStream in = content.stream()) {
                in.transferTo(out);
            }
        };
        return Response.ok(body, content.mediaType())
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CONTENT_LENGTH, content.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, content.disposition())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", DocumentContent.POLICY)
                .build();
    }

    /** A request without a body and its type comes here too, and has no parts at all. */
    @PUT
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response replaceByPart(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String match, List<EntityPart> parts)
            throws IOException {
        EntityPart file = Optional.ofNullable(parts).stream()
                .flatMap(List::stream)
                .filter(part -> part.getName().equals("file"))
                .findFirst()
                .orElseThrow(() -> new ApiProblem(ProblemType.MALFORMED_REQUEST, "job.file"));
        return replaced(id, match, file.getFileName().orElse(""), file.getContent());
    }

    @PUT
    public Response replace(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String match, InputStream body)
            throws IOException {
        QueryParameters parameters = QueryParameters.allow(uri.getQueryParameters(), Set.of("fileName"));
        String name = parameters.text("fileName");
        return replaced(id, match, name == null ? "" : name, body);
    }

    private Response replaced(String id, String match, String name, InputStream content) throws IOException {
        InputStream limited = new LimitedInputStream(content, documents.largest());
        RecordView document = documents.replace(id, expected(match), name, limited);
        return Answer.of(
                        200,
                        null,
                        EntityTag.of(document.version()),
                        RecordJson.single(objects.require(Documents.OBJECT), document, FieldSelection.everything()))
                .toResponse()
                .build();
    }

    private static OptionalLong expected(String match) {
        if (match == null) {
            return OptionalLong.empty();
        }
        EntityTag.Expectation expectation = EntityTag.requireMatch(match);
        if (!expectation.any() && expectation.versions().size() != 1) {
            throw new StaleRecord();
        }
        return expectation.single();
    }
}
