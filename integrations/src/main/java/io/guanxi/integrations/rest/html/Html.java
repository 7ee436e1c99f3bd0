package io.guanxi.integrations.rest.html;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** Writes one page element by element; every text is escaped. */
public final class Html {

    /** Where the pages' style sheet is served. */
    public static final String STYLE = "/api/docs/style.css";

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final StringBuilder page = new StringBuilder(8192);
    private final Locale locale;

    public Html(String title, Locale locale) {
        this.locale = locale;
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(locale.toLanguageTag())
                .append("\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<link rel=\"stylesheet\" href=\"" + STYLE + "\">");
        element("title", title);
        page.append("</head><body><main>");
    }

    /** Opens an element; attributes are names and values in turn. */
    public Html open(String name, String... attributes) {
        page.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            page.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            page.append('"');
        }
        page.append('>');
        return this;
    }

    public Html close(String name) {
        page.append("</").append(name).append('>');
        return this;
    }

    public Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '&' -> page.append("&amp;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(c);
            }
        }
        return this;
    }

    public Html element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    public Html link(String href, String text) {
        return element("a", text, "href", href);
    }

    /** The finished page as an answer that runs no scripts and may be kept for a while. */
    public Response toResponse() {
        return Response.ok(toString(), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    @Override
    public String toString() {
        return page + "</main></body></html>\n";
    }
}
