package io.guanxi.infra.system.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The operations that the running server's own document names; that it names each that is served, and no other, is a test
 * beside the document.
 */
record Routes(List<Route> all) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** An id of the right form that nothing has. */
    private static final String NOTHING = "0H3KZ5Q8R4T2V";

    /**
     * One operation.
     *
     * @param path      with the names of its parameters, as in {@code /v1/accounts/{id}}
     * @param open      whether anybody may call it without a token
     * @param operation its description
     */
    record Route(String method, String path, boolean open, JsonNode operation) {

        /** As tests name it: {@code GET /v1/accounts/{id}}. */
        String name() {
            return method + " " + path;
        }

        /** An address of it that is about nothing there is. */
        String address() {
            return "/api" + path.replaceAll("\\{[^}]*}", NOTHING);
        }
    }

    /** The operations of the tenant that {@code api} speaks for, those of its own objects too. */
    static Routes of(Api api) {
        List<Route> routes = new ArrayList<>();
        api.get("openapi.json")
                .expect(200)
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        JsonNode security = operation.getValue().path("security");
                        routes.add(new Route(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                security.isArray() && security.isEmpty(),
                                operation.getValue()));
                    }
                }));
        return new Routes(routes);
    }

    /** Those that want a token. */
    List<Route> closed() {
        return all.stream().filter(route -> !route.open()).toList();
    }

    Set<String> names() {
        return all.stream().map(Route::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
