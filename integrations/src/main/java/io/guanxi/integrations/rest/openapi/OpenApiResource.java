package io.guanxi.integrations.rest.openapi;

import io.guanxi.integrations.rest.json.JsonOutput;
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

/** The public document, for tools. */
@Path("/openapi.{format: json|yaml}")
@RequestScoped
public class OpenApiResource {

    static final String YAML = "application/yaml";

    @Inject
    private PublicDocument document;

    @GET
    @Produces({MediaType.APPLICATION_JSON, YAML})
    public Response document(
            @jakarta.ws.rs.PathParam("format") String format,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Locale locale = Languages.of(language);
        boolean json = format.equals("json");
        byte[] body = json ? JsonOutput.writeIndented(document.in(locale)) : Yaml.write(document.in(locale));
        return Response.ok(body, json ? MediaType.APPLICATION_JSON : YAML)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
