package io.guanxi.integrations.rest.problems;

import io.guanxi.integrations.rest.html.Html;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** One page for each type of problem: what it means and what to do. */
@Path("/")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class ProblemPageResource {

    @GET
    public Response all(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Locale locale = Languages.of(language);
        Html page = new Html(ProblemTexts.page("title", locale), locale);
        page.element("h1", ProblemTexts.page("title", locale)).element("p", ProblemTexts.page("intro", locale));
        page.open("ul");
        for (ProblemType type : ProblemType.values()) {
            page.open("li")
                    .link(type.uri(), ProblemTexts.title(type, locale))
                    .text(" ")
                    .element("code", String.valueOf(type.status()))
                    .close("li");
        }
        page.close("ul")
                .open("p")
                .link("/api/docs", ProblemTexts.page("docs", locale))
                .close("p");
        return page.toResponse();
    }

    /** What a type is about, such as a module, changes nothing about what it means. */
    @GET
    @Path("/{slug}/{about: [a-z0-9-]+}")
    public Response about(@PathParam("slug") String slug, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return one(slug, language);
    }

    @GET
    @Path("/{slug}")
    public Response one(@PathParam("slug") String slug, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        ProblemType type = ProblemType.ofSlug(slug).orElseThrow(NotFoundException::new);
        Locale locale = Languages.of(language);
        String title = ProblemTexts.title(type, locale);
        return new Html(title, locale)
                .element("h1", title)
                .open("p")
                .text(ProblemTexts.page("status", locale) + " ")
                .element("code", String.valueOf(type.status()))
                .close("p")
                .element("p", ProblemTexts.explanation(type, locale))
                .open("p")
                .link("/problems/", ProblemTexts.page("all", locale))
                .text(" · ")
                .link("/api/docs", ProblemTexts.page("docs", locale))
                .close("p")
                .toResponse();
    }
}
