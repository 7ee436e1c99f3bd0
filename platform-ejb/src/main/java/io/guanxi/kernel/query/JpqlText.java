package io.guanxi.kernel.query;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;

/** A JPQL text under construction with the values of its parameters; values never become part of the text. */
final class JpqlText {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    JpqlText append(String part) {
        text.append(part);
        return this;
    }

    /** Placeholder of a new parameter. */
    String bind(Object value) {
        values.add(value);
        return ":p" + values.size();
    }

    /** A LIKE pattern for texts that begin so; {@code !} escapes. */
    static String prefix(String begin) {
        return begin.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    void bindAll(Query query) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter("p" + (i + 1), values.get(i));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
