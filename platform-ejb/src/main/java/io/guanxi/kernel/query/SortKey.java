package io.guanxi.kernel.query;

import java.util.Arrays;
import java.util.List;

/** One step of an order. */
public record SortKey(String field, boolean descending) {

    /** Reads {@code -createdAt,name}; blank gives no keys. */
    public static List<SortKey> parse(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .map(key -> key.startsWith("-") ? new SortKey(key.substring(1), true) : new SortKey(key, false))
                .toList();
    }

    @Override
    public String toString() {
        return descending ? "-" + field : field;
    }
}
