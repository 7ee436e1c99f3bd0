package io.guanxi.infra.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The realm as it stands in the project, with {@code ${places}} in its texts for what differs by installation. */
public final class RealmTemplate {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("\\$\\{(publicUrl|signup|webClientSecret|adminClientSecret)}");

    private final ObjectNode realm;

    private RealmTemplate(ObjectNode realm) {
        this.realm = realm;
    }

    /** The realm of the product, with the demonstration's organizations, people and clients when asked for. */
    public static RealmTemplate load(boolean demo) throws IOException {
        RealmTemplate template = new RealmTemplate(read("/keycloak/realm.json"));
        return demo ? template.with(read("/keycloak/realm-demo.json")) : template;
    }

    /** A realm from text. */
    static RealmTemplate parse(String json) throws IOException {
        return new RealmTemplate((ObjectNode) JSON.readTree(json));
    }

    /** Appends the arrays of another document to those of the same name. */
    RealmTemplate with(ObjectNode overlay) {
        ObjectNode merged = realm.deepCopy();
        overlay.properties()
                .forEach(field -> merged.withArray("/" + field.getKey()).addAll((ArrayNode) field.getValue()));
        return new RealmTemplate(merged);
    }

    /**
     * The realm with every place filled.
     *
     * @throws IllegalArgumentException when a value is missing
     */
    public ObjectNode filled(Map<String, String> values) {
        return (ObjectNode) fill(realm, values);
    }

    private static JsonNode fill(JsonNode node, Map<String, String> values) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), fill(field.getValue(), values)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(element -> copy.add(fill(element, values)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(fill(node.textValue(), values)) : node;
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
    }

    private static String value(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    private static ObjectNode read(String resource) throws IOException {
        try (InputStream json = RealmTemplate.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IOException(resource);
            }
            return (ObjectNode) JSON.readTree(json);
        }
    }
}
