package io.guanxi.integrations.rest.customers;

import io.guanxi.customers.around.Circle;
import io.guanxi.customers.around.Neighbour;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The people and companies around a record as JSON. */
final class CircleJson {

    private CircleJson() {}

    static Map<String, Object> of(Circle circle) {
        Map<String, Object> more = new LinkedHashMap<>();
        circle.more().forEach((tie, count) -> more.put(word(tie), count));
        List<Map<String, Object>> items =
                circle.neighbours().stream().map(CircleJson::written).toList();
        return Map.of("items", items, "more", more);
    }

    private static Map<String, Object> written(Neighbour neighbour) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("object", neighbour.object());
        members.put("id", neighbour.id());
        members.put("name", neighbour.name());
        members.put("tie", word(neighbour.tie()));
        members.put("kind", neighbour.kind().isEmpty() ? null : neighbour.kind());
        members.put("detail", neighbour.detail().isEmpty() ? null : neighbour.detail());
        members.put("via", neighbour.via().isEmpty() ? null : neighbour.via());
        return members;
    }

    private static String word(Neighbour.Tie tie) {
        return tie.name().toLowerCase(Locale.ROOT);
    }
}
