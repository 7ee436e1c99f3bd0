package io.guanxi.integrations.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.integrations.rest.ApiApplication;
import io.guanxi.integrations.rest.json.JsonInput;
import io.guanxi.integrations.rest.json.JsonOutput;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {

    private final List<ObjectDescriptor> objects = EveryObject.descriptors();
    private final Map<String, Object> document =
            OpenApiDocument.of(objects, Optional.of("https://id.example.com/realms/guanxi"), Locale.ENGLISH);

    @Test
    void everyRouteOfTheApiStandsInTheDocumentAndNoOther() {
        assertThat(documented()).isEqualTo(served());
    }

    @Test
    void everyReferenceResolves() {
        List<String> references = new ArrayList<>();
        collect(document, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(resolve(reference)).isNotNull());
    }

    @Test
    void operationIdsAreUniqueAndEveryOperationAnswers() {
        Set<Object> ids = new HashSet<>();
        operations().forEach((where, operation) -> {
            assertThat(ids.add(operation.get("operationId"))).as(where).isTrue();
            assertThat(map(operation.get("responses"))).as(where).containsKey("500");
        });
    }

    @Test
    void everyPathParameterIsDeclared() {
        operations().forEach((where, operation) -> {
            Set<String> declared = new TreeSet<>();
            for (Object parameter : list(operation.get("parameters"))) {
                Map<String, Object> resolved = map(parameter).containsKey("$ref")
                        ? map(resolve((String) map(parameter).get("$ref")))
                        : map(parameter);
                if ("path".equals(resolved.get("in"))) {
                    declared.add("{" + resolved.get("name") + "}");
                }
            }
            Set<String> named = new TreeSet<>();
            for (String segment : where.substring(where.indexOf(' ') + 1).split("/")) {
                if (segment.startsWith("{")) {
                    named.add(segment);
                }
            }
            assertThat(declared).as(where).isEqualTo(named);
        });
    }

    @Test
    void inputsTakeExactlyTheFieldsThatMayBeFilled() {
        for (ObjectDescriptor object : objects) {
            Map<String, Object> input = map(resolve("#/components/schemas/" + ObjectSchemas.name(object) + "Input"));

            assertThat(map(input.get("properties")).keySet())
                    .containsExactlyInAnyOrderElementsOf(object.editableFields().stream()
                            .map(FieldDescriptor::name)
                            .toList());
            assertThat(input.get("additionalProperties")).isEqualTo(false);
        }
    }

    @Test
    void readSchemasShowEveryField() {
        for (ObjectDescriptor object : objects) {
            Map<String, Object> read = map(resolve("#/components/schemas/" + ObjectSchemas.name(object)));

            assertThat(map(read.get("properties")).keySet())
                    .containsAll(object.fields().keySet())
                    .contains("id", "version");
        }
    }

    @Test
    void theChineseDocumentHasTheSameShape() {
        Map<String, Object> chinese = OpenApiDocument.of(objects, Optional.empty(), Locale.SIMPLIFIED_CHINESE);

        assertThat(map(chinese.get("paths")).keySet())
                .isEqualTo(map(document.get("paths")).keySet());
        assertThat(map(chinese.get("info")).get("title")).isEqualTo("Guanxi 接口");
    }

    @Test
    void theDocumentIsJson() {
        assertThat(JsonInput.read(JsonOutput.writeIndented(document))).isInstanceOf(Map.class);
    }

    @Test
    void yamlStatesTheDocumentInBlocks() {
        String yaml = new String(
                Yaml.write(Node.of(
                        "openapi", "3.1.0", "tags", List.of(Node.of("name", "a", "x", List.of())), "y", Map.of())),
                StandardCharsets.UTF_8);

        assertThat(yaml).isEqualTo("""
                        "openapi": "3.1.0"
                        "tags":
                          - "name": "a"
                            "x": []
                        "y": {}
                        """);
    }

    @Test
    void thePageShowsEveryOperation() {
        String page = new DocsPage(document, new Texts(Locale.ENGLISH)).page().toString();

        operations().forEach((where, operation) -> assertThat(page).contains("id=\"" + operation.get("operationId")));
        assertThat(page).doesNotContain("<script");
    }

    private Set<String> documented() {
        return new TreeSet<>(operations().keySet());
    }

    /** The routes of the resource classes, with each object in the place of the variable. */
    private Set<String> served() {
        Set<String> routes = new TreeSet<>();
        for (Class<?> type : new ApiApplication().getClasses()) {
            Path base = type.getAnnotation(Path.class);
            if (base == null) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                Path below = method.getAnnotation(Path.class);
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (verb != null) {
                        String path = base.value() + (below == null ? "" : below.value());
                        expand(path).forEach(route -> routes.add(verb.value() + " " + route));
                    }
                }
            }
        }
        return routes;
    }

    private List<String> expand(String path) {
        if (path.contains("{object}")) {
            boolean ofDuplicates = path.contains("/duplicates") || path.endsWith("merge");
            return objects.stream()
                    .filter(object -> !ofDuplicates || !object.matching().isEmpty())
                    .filter(object -> !path.endsWith("/tags") || isTagged(object))
                    .filter(object -> !path.contains("/shares") || object.isOwned())
                    .filter(object -> !path.endsWith("/completeness") || object.isMeasured())
                    .filter(object -> !path.endsWith("archive") || object.archivable())
                    .map(object -> path.replace("{object}", object.path()))
                    .toList();
        }
        if (path.contains("{format: json|yaml}")) {
            return List.of(path.replace("{format: json|yaml}", "json"), path.replace("{format: json|yaml}", "yaml"));
        }
        return List.of(path);
    }

    private static boolean isTagged(ObjectDescriptor object) {
        return object.fields().values().stream().anyMatch(field -> field.type() == FieldType.TAGS);
    }

    private Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Object>> operations = new java.util.TreeMap<>();
        map(document.get("paths"))
                .forEach((path, methods) -> map(methods)
                        .forEach((method, operation) ->
                                operations.put(method.toUpperCase(Locale.ROOT) + " " + path, map(operation))));
        return operations;
    }

    private static void collect(Object node, List<String> references) {
        if (node instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                if ("$ref".equals(name)) {
                    references.add((String) value);
                }
                collect(value, references);
            });
        } else if (node instanceof List<?> elements) {
            elements.forEach(element -> collect(element, references));
        }
    }

    private Object resolve(String reference) {
        Object found = document;
        for (String step : reference.substring(2).split("/")) {
            found = map(found).get(step);
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
}
