package io.guanxi.integrations.rest.openapi;

import io.guanxi.integrations.rest.html.Html;
import io.guanxi.integrations.rest.json.JsonOutput;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows an OpenAPI document of {@link OpenApiDocument} as a page: operations by tag, then schemas. */
final class DocsPage {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final Map<String, Object> document;
    private final Texts texts;
    private final Html page;

    DocsPage(Map<String, Object> document, Texts texts) {
        this.document = document;
        this.texts = texts;
        this.page = new Html(texts.get("docs.title"), texts.locale());
    }

    Html page() {
        page.element("h1", texts.get("docs.title"));
        page.element("p", text(map(document.get("info")), "description"));
        page.open("p")
                .link("/api/openapi.json", texts.get("docs.json"))
                .text(" · ")
                .link("/api/openapi.yaml", texts.get("docs.yaml"))
                .text(" · ")
                .link("/problems/", texts.get("docs.problems"))
                .close("p");
        contents();
        for (Object tag : list(document.get("tags"))) {
            tag(map(tag));
        }
        page.element("h2", texts.get("docs.schemas"), "id", "schemas");
        map(map(document.get("components")).get("schemas")).forEach((name, schema) -> schema(name, map(schema)));
        return page;
    }

    private void contents() {
        page.open("nav", "aria-label", texts.get("docs.contents")).open("ul");
        for (Object tag : list(document.get("tags"))) {
            page.open("li")
                    .link("#" + text(map(tag), "name"), text(map(tag), "description"))
                    .close("li");
        }
        page.open("li").link("#schemas", texts.get("docs.schemas")).close("li");
        page.close("ul").close("nav");
    }

    private void tag(Map<String, Object> tag) {
        String name = text(tag, "name");
        page.element("h2", text(tag, "description"), "id", name);
        map(document.get("paths")).forEach((path, methods) -> {
            for (String method : METHODS) {
                Map<String, Object> operation = map(map(methods).get(method));
                if (!operation.isEmpty() && list(operation.get("tags")).contains(name)) {
                    operation(method, path, operation);
                }
            }
        });
    }

    private void operation(String method, String path, Map<String, Object> operation) {
        page.open("section", "id", text(operation, "operationId")).open("h3");
        page.element("span", method.toUpperCase(Locale.ROOT), "class", "method " + method)
                .text(" ")
                .element("code", "/api" + path)
                .close("h3");
        page.element("p", text(operation, "summary"));
        if (operation.containsKey("description")) {
            page.element("p", text(operation, "description"), "class", "quiet");
        }
        parameters(list(operation.get("parameters")));
        Map<String, Object> body = map(operation.get("requestBody"));
        if (!body.isEmpty()) {
            page.open("p").text(texts.get("docs.body") + " ");
            content(map(body.get("content")));
            page.close("p");
        }
        answers(map(operation.get("responses")));
        page.close("section");
    }

    private void parameters(List<?> references) {
        if (references.isEmpty()) {
            return;
        }
        head("docs.parameter", "docs.place", "docs.type", "docs.meaning");
        for (Object reference : references) {
            Map<String, Object> parameter = resolve(map(reference));
            page.open("tr").open("td").element("code", text(parameter, "name"));
            if (Boolean.TRUE.equals(parameter.get("required"))) {
                page.text(" ").element("em", texts.get("docs.required"));
            }
            page.close("td").element("td", text(parameter, "in"));
            page.open("td");
            type(map(parameter.get("schema")));
            page.close("td").element("td", text(parameter, "description")).close("tr");
        }
        page.close("tbody").close("table");
    }

    private void answers(Map<String, Object> responses) {
        head("docs.answer", "docs.meaning", "docs.type");
        responses.forEach((status, reference) -> {
            Map<String, Object> response = resolve(map(reference));
            page.open("tr").open("td").element("code", status).close("td");
            page.element("td", text(response, "description")).open("td");
            content(map(response.get("content")));
            page.close("td").close("tr");
        });
        page.close("tbody").close("table");
    }

    private void content(Map<String, Object> content) {
        Map<String, Object> shown = new LinkedHashMap<>(content);
        shown.forEach((mediaType, value) -> {
            page.element("code", mediaType).text(" ");
            type(map(map(value).get("schema")));
            page.text(" ");
        });
    }

    private void schema(String name, Map<String, Object> schema) {
        page.open("section", "id", "schema-" + name).element("h3", name);
        if (schema.containsKey("description")) {
            page.element("p", text(schema, "description"));
        }
        head("docs.member", "docs.type", "docs.meaning");
        map(schema.get("properties")).forEach((member, value) -> {
            page.open("tr").open("td").element("code", member);
            if (list(schema.get("required")).contains(member)) {
                page.text(" ").element("em", texts.get("docs.required"));
            }
            page.close("td").open("td");
            type(map(value));
            page.close("td").element("td", text(map(value), "description")).close("tr");
        });
        page.close("tbody").close("table");
        for (Object example : list(schema.get("examples"))) {
            page.element("pre", new String(JsonOutput.writeIndented(example), StandardCharsets.UTF_8).strip());
        }
        page.close("section");
    }

    private void type(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String reference) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            page.link("#schema-" + name, name);
            return;
        }
        for (String several : List.of("anyOf", "allOf")) {
            for (Object part : list(schema.get(several))) {
                type(map(part));
                page.text(" ");
            }
        }
        Object type = schema.get("type");
        if (type instanceof List<?> types) {
            page.text(types.stream().map(Object::toString).collect(Collectors.joining(" | ")));
        } else if (type != null) {
            page.text(type.toString());
        }
        if (schema.containsKey("items")) {
            page.text(": ");
            type(map(schema.get("items")));
        }
        String options = list(schema.get("enum")).stream().map(String::valueOf).collect(Collectors.joining(", "));
        if (!options.isEmpty()) {
            page.text(" (" + options + ")");
        } else if (schema.containsKey("format")) {
            page.text(" (" + schema.get("format") + ")");
        } else if (schema.containsKey("maxLength")) {
            page.text(" (≤ " + schema.get("maxLength") + ")");
        }
    }

    private void head(String... keys) {
        page.open("table").open("thead").open("tr");
        for (String key : keys) {
            page.element("th", texts.get(key), "scope", "col");
        }
        page.close("tr").close("thead").open("tbody");
    }

    /** The shared part that a reference names; anything else as it is. */
    private Map<String, Object> resolve(Map<String, Object> node) {
        if (!(node.get("$ref") instanceof String reference)) {
            return node;
        }
        Map<String, Object> found = document;
        for (String step : reference.substring(2).split("/")) {
            found = map(found.get(step));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static List<?> list(Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    private static String text(Map<String, Object> node, String name) {
        return String.valueOf(node.getOrDefault(name, ""));
    }
}
