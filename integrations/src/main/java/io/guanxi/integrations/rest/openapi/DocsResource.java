package io.guanxi.integrations.rest.openapi;

import io.guanxi.integrations.rest.problems.Languages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The public document, for people. */
@Path("/docs")
@RequestScoped
public class DocsResource {

    @Inject
    private PublicDocument document;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Locale locale = Languages.of(language);
        return new DocsPage(document.in(locale), new Texts(locale)).page().toResponse();
    }

    @GET
    @Path("/style.css")
    @Produces("text/css")
    public Response style() {
        try (InputStream style = DocsResource.class.getResourceAsStream("style.css")) {
            return Response.ok(style.readAllBytes(), "text/css;charset=UTF-8")
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
