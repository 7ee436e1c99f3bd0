package io.guanxi.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The demo data of one tenant as it lies on the class path. */
record DemoDataSet(
        String tenant,
        List<JsonNode> accounts,
        List<JsonNode> contacts,
        List<JsonNode> products,
        List<JsonNode> orders,
        List<JsonNode> orderLines,
        List<JsonNode> history) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static DemoDataSet of(String tenant) {
        return new DemoDataSet(
                tenant,
                read(tenant, "accounts"),
                read(tenant, "contacts"),
                read(tenant, "products"),
                read(tenant, "orders"),
                read(tenant, "order-lines"),
                read(tenant, "history"));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Accounts and contacts. */
    Stream<JsonNode> records() {
        return Stream.concat(accounts.stream(), contacts.stream());
    }

    /** Accounts and contacts, and the earlier values the history knows of them. */
    Stream<JsonNode> states() {
        return Stream.concat(records(), history.stream().map(entry -> entry.path("changes")));
    }

    JsonNode requireRecord(String object, String key) {
        return (object.equals("account") ? accounts : contacts)
                .stream()
                        .filter(candidate -> candidate.path("key").asText().equals(key))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No " + object + " has the key " + key));
    }

    List<JsonNode> historyOf(String object, JsonNode record) {
        return history.stream()
                .filter(entry -> entry.path("object").asText().equals(object)
                        && entry.path("key").equals(record.path("key")))
                .toList();
    }

    private static List<JsonNode> read(String tenant, String file) {
        try (InputStream in = DemoDataSet.class.getResourceAsStream(tenant + "/" + file + ".json")) {
            return stream(JSON.readTree(in)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
