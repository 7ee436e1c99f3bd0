package io.guanxi.integrations.rest.openapi;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.around.Neighbour;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The routes of what is known about customers and of their classification. */
final class CustomerPaths {

    private static final String TAG = "customers";

    private final Texts texts;
    private final CommonParts parts;

    CustomerPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put("/v1/accounts/{id}/insight", Node.of("get", insight()));
        paths.put("/v1/accounts/{id}/people", Node.of("get", people("Account")));
        paths.put("/v1/contacts/{id}/people", Node.of("get", people("Contact")));
        paths.put("/v1/classification", Node.of("post", start()));
        paths.put("/v1/classification/preview", Node.of("post", preview()));
        paths.put("/v1/tags/preview", Node.of("post", tagPreview()));
        paths.put("/v1/lifecycle", Node.of("get", lifecycle()));
        paths.put("/v1/accounts/{id}/stages", Node.of("get", stages()));
    }

    private Map<String, Object> insight() {
        return new Operation(parts, "readInsight", TAG, texts.get("customers.insight"))
                .description(texts.get("customers.insight.description"))
                .parameters("id")
                .answer(200, texts.get("customers.insight"), Node.schema("Insight"))
                .problems(404);
    }

    private Map<String, Object> people(String object) {
        List<String> ties = Arrays.stream(Neighbour.Tie.values())
                .map(tie -> tie.name().toLowerCase(Locale.ROOT))
                .toList();
        Map<String, Object> neighbour = new LinkedHashMap<>();
        neighbour.put("object", Node.of("type", "string", "enum", List.of("account", "contact")));
        neighbour.put("id", CommonParts.text());
        neighbour.put("name", CommonParts.text());
        neighbour.put("tie", Node.of("type", "string", "enum", ties));
        for (String text : List.of("kind", "detail", "via")) {
            neighbour.put(text, Node.nullable("string"));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", Node.list(Node.object(neighbour)));
        answer.put("more", Node.of("type", "object", "additionalProperties", Node.integer()));
        return new Operation(parts, "listPeopleAround" + object, TAG, texts.get("customers.people"))
                .description(texts.get("customers.people.description"))
                .parameters("id")
                .answer(200, texts.get("customers.people"), Node.object(answer))
                .problems(404);
    }

    private Map<String, Object> start() {
        return new Operation(parts, "classify", TAG, texts.get("customers.classify"))
                .description(texts.get("customers.classify.description"))
                .parameters("idempotencyKey")
                .answer(202, texts.get("answer.job"), Node.schema("Job"), "Location")
                .problems(404, 409, 422);
    }

    private Map<String, Object> preview() {
        return preview("previewRule", "customers.preview", "rule");
    }

    private Map<String, Object> tagPreview() {
        return preview("previewTagRule", "customers.tagPreview", "ruleObject", "rule");
    }

    private Map<String, Object> preview(String operation, String text, String... members) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("holds", Node.integer());
        answer.put("asked", Node.integer());
        answer.put("sample", Node.list(Node.object(Map.of("id", CommonParts.text(), "name", CommonParts.text()))));
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String member : members) {
            properties.put(member, CommonParts.text());
        }
        Map<String, Object> body = Node.object(properties);
        body.put("required", List.of(members));
        return new Operation(parts, operation, TAG, texts.get(text))
                .description(texts.get(text + ".description"))
                .body(Node.content("application/json", body))
                .answer(200, texts.get(text), Node.object(answer))
                .problems(400, 404, 413, 415, 422);
    }

    private Map<String, Object> lifecycle() {
        Map<String, Object> stage = new LinkedHashMap<>();
        stage.put("stage", Node.of("type", "string", "enum", Accounts.STAGES));
        stage.put("count", Node.integer());
        stage.put("entered", Node.integer());
        stage.put("reached", Node.of("type", "object", "additionalProperties", Node.integer()));
        return new Operation(parts, "readLifecycle", TAG, texts.get("customers.lifecycle"))
                .description(texts.get("customers.lifecycle.description"))
                .parameters("days")
                .answer(
                        200,
                        texts.get("customers.lifecycle"),
                        Node.object(Map.of("days", Node.integer(), "stages", Node.list(Node.object(stage)))))
                .problems(400);
    }

    private Map<String, Object> stages() {
        Map<String, Object> move = new LinkedHashMap<>();
        move.put("from", Node.nullable("string"));
        move.put("to", Node.nullable("string"));
        move.put("byHand", Node.of("type", "boolean"));
        for (String text : List.of("reason", "rule", "source", "at", "by")) {
            move.put(text, CommonParts.text());
        }
        move.put("facts", Node.of("type", "object", "additionalProperties", true));
        return new Operation(parts, "listStages", TAG, texts.get("customers.stages"))
                .description(texts.get("customers.stages.description"))
                .parameters("id")
                .answer(200, texts.get("customers.stages"), Node.object(Map.of("items", Node.list(Node.object(move)))))
                .problems(404);
    }

    static Map<String, Object> insightSchema() {
        Map<String, Object> bought = new LinkedHashMap<>();
        for (String text : List.of("currency", "total", "average", "firstOrderDate", "lastOrderDate")) {
            bought.put(text, CommonParts.text());
        }
        bought.put("orderCount", Node.integer());
        Map<String, Object> product = new LinkedHashMap<>();
        product.put("product", CommonParts.text());
        product.put("name", CommonParts.text());
        product.put("lineCount", Node.integer());
        product.put("quantity", CommonParts.text());
        product.put("total", Node.schema("Money"));
        Map<String, Object> why = new LinkedHashMap<>();
        for (String text : List.of("from", "to", "rule", "at", "by")) {
            why.put(text, CommonParts.text());
        }
        why.put("facts", Node.of("type", "object", "additionalProperties", true));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("purchases", Node.list(Node.object(bought)));
        members.put("orderCount", Node.integer());
        members.put("ordersLastYear", Node.integer());
        for (String text : List.of(
                "spendLastYear",
                "firstOrderDate",
                "lastOrderDate",
                "spendTopPercent",
                "rfm",
                "lastInteraction",
                "class",
                "className",
                "classSince",
                "contactDue",
                "stage",
                "stageSince",
                "countedAt")) {
            members.put(text, Node.nullable("string"));
        }
        members.put("topProducts", Node.list(Node.object(product)));
        members.put("ordersByMonth", Node.list(Node.integer()));
        members.put("ordersByWeekday", Node.list(Node.integer()));
        members.put("why", Node.of("type", List.of("object", "null"), "properties", why));
        return Node.object(members);
    }
}
