package io.guanxi.kernel.query;

import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.json.JsonTree;
import jakarta.json.JsonException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Where a page ended, as an opaque text: the order it belongs to and the values of its last row. */
final class Cursor {

    private Cursor() {}

    static String write(Keyset order, List<Object> values) {
        List<Object> tree = new ArrayList<>();
        tree.add(order.orderBy());
        for (Object value : values) {
            tree.add(value == null ? null : kind(value) + value.toString());
        }
        return text(tree);
    }

    /** The opaque form of values that JSON can hold. */
    static String text(List<Object> tree) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonTree.write(tree).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What {@link #text} was given.
     *
     * @throws InvalidQuery when the text is nothing of the kind
     */
    static List<Object> tree(String text) {
        try {
            return JsonTree.readArray(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JsonException | ClassCastException e) {
            throw new InvalidQuery("cursor");
        }
    }

    /**
     * @throws InvalidQuery when the text is not a cursor of this order
     */
    static List<Object> read(Keyset order, String cursor) {
        try {
            List<Object> tree = tree(cursor);
            if (tree.size() != order.steps().size() + 1 || !order.orderBy().equals(tree.get(0))) {
                throw new InvalidQuery("cursor");
            }
            List<Object> values = new ArrayList<>();
            for (Object value : tree.subList(1, tree.size())) {
                values.add(value == null ? null : value((String) value));
            }
            if (!(values.get(values.size() - 1) instanceof Long)) {
                throw new InvalidQuery("cursor");
            }
            return values;
        } catch (IllegalArgumentException
                | ClassCastException
                | IndexOutOfBoundsException
                | java.time.DateTimeException e) {
            throw new InvalidQuery("cursor");
        }
    }

    private static char kind(Object value) {
        if (value instanceof Long) {
            return 'l';
        } else if (value instanceof Integer) {
            return 'i';
        } else if (value instanceof BigDecimal) {
            return 'n';
        } else if (value instanceof Instant) {
            return 't';
        } else if (value instanceof LocalDate) {
            return 'd';
        }
        return 's';
    }

    private static Object value(String text) {
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'l' -> Long.valueOf(rest);
            case 'i' -> Integer.valueOf(rest);
            case 'n' -> new BigDecimal(rest);
            case 't' -> Instant.parse(rest);
            case 'd' -> LocalDate.parse(rest);
            default -> rest;
        };
    }
}
