package io.guanxi.integrations.rest.json;

import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Reads JSON as RFC 8259 writes it and no further: UTF-8 only, no member twice, bounded depth and numbers.
 *
 * <p>Objects become maps in the order of their members, arrays lists, numbers {@link BigDecimal}.
 */
public final class JsonInput {

    /** How deep objects and arrays may stand in one another. */
    public static final int MAX_DEPTH = 20;

    /** Longest number in characters; more is no amount of anything, but costs time to calculate with. */
    private static final int MAX_NUMBER_LENGTH = 60;

    private static final int MAX_SCALE = 60;

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final JsonParser parser;
    private int depth;

    private JsonInput(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @throws ApiProblem 400 that names line and column of what is wrong
     */
    public static Object read(byte[] json) {
        if (json.length == 0) {
            throw malformed("json.empty");
        }
        Reader text = new InputStreamReader(
                new ByteArrayInputStream(json),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        try (JsonParser parser = PARSERS.createParser(text)) {
            Object value = new JsonInput(parser).value(parser.next());
            if (parser.hasNext()) {
                throw malformedAt(parser.getLocation());
            }
            return value;
        } catch (JsonParsingException e) {
            throw malformedAt(e.getLocation()).causedBy(e);
        } catch (JsonException | NoSuchElementException e) {
            throw malformed("json.encoding").causedBy(e);
        }
    }

    /** The members of a value known to be an object of this reader. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> members(Object object) {
        return (Map<String, Object>) object;
    }

    private Object value(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> text(parser.getString());
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw malformedAt(parser.getLocation());
        };
    }

    private Map<String, Object> object() {
        enter();
        Map<String, Object> members = new LinkedHashMap<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_OBJECT; event = parser.next()) {
            String name = text(parser.getString());
            if (members.containsKey(name)) {
                throw new ApiProblem(ProblemType.MALFORMED_REQUEST, "json.duplicateMember", name, line(), column());
            }
            members.put(name, value(parser.next()));
        }
        depth--;
        return members;
    }

    private List<Object> array() {
        enter();
        List<Object> elements = new ArrayList<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            elements.add(value(event));
        }
        depth--;
        return elements;
    }

    private void enter() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw malformed("json.tooDeep", MAX_DEPTH);
        }
    }

    /** Half of a surrogate pair is no character: no database and no other reader would take it. */
    private String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw malformed("json.surrogate", line(), column());
            }
        }
        return text;
    }

    private BigDecimal number(String digits) {
        if (digits.length() <= MAX_NUMBER_LENGTH) {
            try {
                BigDecimal number = new BigDecimal(digits);
                if (Math.abs((long) number.scale()) <= MAX_SCALE) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw malformed("json.number", line(), column()).causedBy(e);
            }
        }
        throw malformed("json.number", line(), column());
    }

    private long line() {
        return parser.getLocation().getLineNumber();
    }

    private long column() {
        return parser.getLocation().getColumnNumber();
    }

    private static ApiProblem malformedAt(JsonLocation location) {
        return malformed("json.malformed", location.getLineNumber(), location.getColumnNumber());
    }

    private static ApiProblem malformed(String code, Object... args) {
        return new ApiProblem(ProblemType.MALFORMED_REQUEST, code, args);
    }
}
