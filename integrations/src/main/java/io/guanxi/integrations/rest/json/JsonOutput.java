package io.guanxi.integrations.rest.json;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Map;

/** Writes maps, iterables, texts, numbers and booleans as JSON in UTF-8; anything else by its {@code toString}. */
public final class JsonOutput {

    private static final JsonGeneratorFactory COMPACT = Json.createGeneratorFactory(Map.of());
    private static final JsonGeneratorFactory INDENTED =
            Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private JsonOutput() {}

    public static byte[] write(Object value) {
        return write(COMPACT, value);
    }

    /** The same for people to read. */
    public static byte[] writeIndented(Object value) {
        return write(INDENTED, value);
    }

    private static byte[] write(JsonGeneratorFactory factory, Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = factory.createGenerator(out)) {
            write(generator, value);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator generator, Object value) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Map<?, ?> members) {
            generator.writeStartObject();
            members.forEach((name, member) -> {
                generator.writeKey(name.toString());
                write(generator, member);
            });
            generator.writeEnd();
        } else if (value instanceof Iterable<?> elements) {
            generator.writeStartArray();
            elements.forEach(element -> write(generator, element));
            generator.writeEnd();
        } else if (value instanceof Boolean truth) {
            generator.write(truth);
        } else if (value instanceof BigDecimal number) {
            generator.write(number.scale() < 0 ? number.setScale(0) : number);
        } else if (value instanceof Number number) {
            generator.write(new BigDecimal(number.toString()));
        } else {
            generator.write(value.toString());
        }
    }
}
