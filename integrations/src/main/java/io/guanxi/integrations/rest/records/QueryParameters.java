package io.guanxi.integrations.rest.records;

import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import io.guanxi.kernel.object.Shelf;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;

/** The query parameters of a request: each known, each at most once. */
public final class QueryParameters {

    private final MultivaluedMap<String, String> values;

    private QueryParameters(MultivaluedMap<String, String> values) {
        this.values = values;
    }

    /**
     * @throws ApiProblem 400 naming a parameter that is unknown or repeated
     */
    public static QueryParameters allow(MultivaluedMap<String, String> values, Set<String> names) {
        values.forEach((name, given) -> {
            if (!names.contains(name)) {
                throw invalid("parameter.unknown", name);
            }
            if (given.size() > 1) {
                throw invalid("parameter.repeated", name);
            }
        });
        return new QueryParameters(values);
    }

    /** The parameter's value; null when it is absent or empty. */
    public String text(String name) {
        String value = values.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }

    public String require(String name) {
        String value = text(name);
        if (value == null) {
            throw invalid("parameter.missing", name);
        }
        return value;
    }

    public boolean flag(String name) {
        String value = text(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw invalid("parameter.value", name, "true, false");
        }
        return "true".equals(value);
    }

    /** Which records are meant: those in use, unless {@code archived} or {@code deleted} is asked for. */
    public Shelf shelf() {
        boolean archived = flag("archived");
        boolean deleted = flag("deleted");
        if (archived && deleted) {
            throw invalid("parameter.value", "archived", "false");
        }
        return deleted ? Shelf.DELETED : archived ? Shelf.ARCHIVED : Shelf.LISTED;
    }

    /** A number from 1 to {@code max}; {@code preset} when it is absent. */
    public int number(String name, int preset, int max) {
        String value = text(name);
        if (value == null) {
            return preset;
        }
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > max) {
            throw invalid("parameter.value", name, "1–" + max);
        }
        return Integer.parseInt(value);
    }

    /** Names separated by commas; empty when the parameter is absent. */
    public List<String> names(String name) {
        String value = text(name);
        return value == null ? List.of() : List.of(value.split(",", -1));
    }

    /** One of the allowed words, in lower case as they stand in addresses. */
    public <E extends Enum<E>> E word(String name, Class<E> words, E preset) {
        String value = text(name);
        if (value == null) {
            return preset;
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(java.util.Locale.ROOT).equals(value)) {
                return word;
            }
        }
        throw invalid(
                "parameter.value",
                name,
                java.util.Arrays.stream(words.getEnumConstants())
                        .map(word -> word.name().toLowerCase(java.util.Locale.ROOT))
                        .collect(java.util.stream.Collectors.joining(", ")));
    }

    public static ApiProblem invalid(String code, Object... args) {
        return new ApiProblem(ProblemType.INVALID_QUERY, code, args);
    }
}
