package io.guanxi.kernel.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes JSON text as maps, lists, strings, numbers and booleans. */
public final class JsonTree {

    /** Looked up once: the static methods of Json search the class path at every call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());
    private static final JsonWriterFactory WRITERS = JSON.createWriterFactory(Map.of());
    private static final JsonBuilderFactory BUILDERS = JSON.createBuilderFactory(Map.of());

    private JsonTree() {}

    /** Text of a tree; members keep their order. */
    public static String write(Object tree) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = WRITERS.createWriter(text)) {
            writer.write(value(tree));
        }
        return text.toString();
    }

    /**
     * Tree of a text the product wrote itself.
     *
     * @throws jakarta.json.JsonException when the text is not JSON
     */
    public static Object read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return tree(reader.readValue());
        }
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> readObject(String text) {
        return (Map<String, Object>) read(text);
    }

    @SuppressWarnings("unchecked")
    public static List<Object> readArray(String text) {
        return (List<Object>) read(text);
    }

    private static Object tree(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> number((JsonNumber) value);
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                ((JsonArray) value).forEach(element -> list.add(tree(element)));
                yield list;
            }
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                ((JsonObject) value).forEach((name, member) -> map.put(name, tree(member)));
                yield map;
            }
        };
    }

    /** Whole numbers that fit become Long, all others BigDecimal. */
    private static Number number(JsonNumber number) {
        return number.isIntegral() && number.bigIntegerValue().bitLength() < 64
                ? (Number) number.longValue()
                : number.bigDecimalValue();
    }

    private static JsonValue value(Object tree) {
        if (tree == null) {
            return JsonValue.NULL;
        } else if (tree instanceof Map<?, ?> map) {
            JsonObjectBuilder object = BUILDERS.createObjectBuilder();
            map.forEach((name, member) -> object.add(name.toString(), value(member)));
            return object.build();
        } else if (tree instanceof List<?> list) {
            JsonArrayBuilder array = BUILDERS.createArrayBuilder();
            list.forEach(element -> array.add(value(element)));
            return array.build();
        } else if (tree instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (tree instanceof BigDecimal decimal) {
            return JSON.createValue(decimal);
        } else if (tree instanceof BigInteger integer) {
            return JSON.createValue(integer);
        } else if (tree instanceof Number number) {
            return JSON.createValue(number.longValue());
        }
        return JSON.createValue(tree.toString());
    }
}
