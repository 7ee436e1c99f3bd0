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
import java.util.Locale;

/** The document of what the caller may read in its own tenant. */
@Path("/v1/openapi.json")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TenantOpenApiResource {

    @Inject
    private TenantDocuments documents;

    @GET
    public Response document(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Locale locale = Languages.of(language);
        return Response.ok(documents.in(locale))
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
