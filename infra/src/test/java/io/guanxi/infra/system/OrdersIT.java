package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** An order comes to what its lines come to, whoever changes them and however many do at once. */
@SystemTest
class OrdersIT {

    private static final int THREADS = 8;
    private static final int LINES_EACH = 10;

    private final Api acme;
    private final String word = Samples.word();

    OrdersIT(RunningSystem system) {
        acme = system.partner("acme-partner");
    }

    @Test
    void aLineTakesItsTextUnitAndPriceFromTheProductAndTheOrderFollows() {
        String order = order(Map.of("freight", money("7.50")));
        String line = acme.post("order-lines", Map.of("order", order, "product", product("3.335"), "quantity", 3))
                .expect(201)
                .id();
        JsonNode made = acme.get("order-lines/" + line).expect(200).json();
        assertThat(made.path("name").asText()).isEqualTo("P " + word);
        assertThat(made.path("unit").asText()).isEqualTo("box");
        assertThat(made.path("position").asInt()).isEqualTo(1);
        assertThat(amount(made, "lineTotal")).isEqualByComparingTo("10.01");
        assertTotals(order, 1, "10.01", "17.51");
        acme.patch("order-lines/" + line, Map.of("quantity", 10, "discount", new BigDecimal("0.15")))
                .expect(200);
        assertTotals(order, 1, "28.35", "35.85");
        acme.delete("order-lines/" + line).expect(204);
        assertTotals(order, 0, "0.00", "7.50");
        acme.post("order-lines/" + line + "/restore", "").expect(200);
        assertTotals(order, 1, "28.35", "35.85");
    }

    @Test
    void anOrderChangesItsTagWhenALineChanges() {
        String order = order(Map.of());
        String before = acme.get("orders/" + order).header("ETag");
        line(order, "5.00");
        acme.request("PATCH", "orders/" + order)
                .header("If-Match", before)
                .mergePatch(Map.of("shipCity", "Bonn"))
                .send()
                .expect(412);
    }

    @Test
    void changesOfOneOrderAtTheSameTimeAllCount() throws Exception {
        String order = order(Map.of());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<List<Integer>>> work = new ArrayList<>();
        try {
            for (int i = 0; i < THREADS; i++) {
                work.add(threads.submit(() -> {
                    List<Integer> statuses = new ArrayList<>();
                    for (int n = 0; n < LINES_EACH; n++) {
                        statuses.add(lineAnswer(order, "1.01").status());
                    }
                    return statuses;
                }));
            }
            for (Future<List<Integer>> one : work) {
                assertThat(one.get()).containsOnly(201);
            }
        } finally {
            threads.shutdownNow();
        }
        assertTotals(order, THREADS * LINES_EACH, "80.80", "80.80");
        List<Integer> positions = new ArrayList<>();
        acme.all("order-lines?filter=order==" + order)
                .forEach(line -> positions.add(line.path("position").asInt()));
        assertThat(positions).hasSize(THREADS * LINES_EACH).doesNotHaveDuplicates();
    }

    @Test
    void linesGoAndComeWithTheirOrder() {
        String order = order(Map.of());
        String line = line(order, "2.00");
        String dropped = line(order, "3.00");
        acme.delete("order-lines/" + dropped).expect(204);
        acme.delete("orders/" + order).expect(204);
        acme.get("order-lines/" + line).expect(404);
        acme.post("orders/" + order + "/restore", "").expect(200);
        acme.get("order-lines/" + line).expect(200);
        acme.get("order-lines/" + dropped).expect(404);
        assertTotals(order, 1, "2.00", "2.00");
    }

    @Test
    void everyAmountOfAnOrderIsInItsCurrency() {
        String order = order(Map.of());
        assertThat(code(acme.post(
                        "order-lines",
                        Map.of(
                                "order",
                                order,
                                "name",
                                "x",
                                "quantity",
                                1,
                                "unitPrice",
                                Map.of("amount", "1", "currency", "EUR")))))
                .isEqualTo("order.currency");
        line(order, "2.00");
        assertThat(code(acme.patch("orders/" + order, Map.of("currency", "EUR"))))
                .isEqualTo("order.currencyFixed");
        assertThat(code(acme.post(
                        "order-lines", Map.of("order", order, "name", "x", "quantity", 0, "unitPrice", money("1")))))
                .isEqualTo("order.quantity");
        assertThat(code(acme.post(
                        "order-lines",
                        Map.of("order", order, "name", "x", "quantity", 1, "unitPrice", money("1"), "discount", 15))))
                .isEqualTo("order.discount");
    }

    @Test
    void aLineStaysWithItsOrder() {
        String line = line(order(Map.of()), "2.00");
        assertThat(code(acme.patch("order-lines/" + line, Map.of("order", order(Map.of())))))
                .isEqualTo("part.fixed");
    }

    @Test
    void linesKnowTheCustomerOfTheirOrder() {
        String first = acme.post("accounts", Map.of("name", word)).expect(201).id();
        String other = acme.post("accounts", Map.of("name", word)).expect(201).id();
        String order = order(Map.of("account", first));
        String line = line(order, "2.00");
        assertThat(acme.get("order-lines/" + line).json().path("account").asText())
                .isEqualTo(first);
        acme.patch("orders/" + order, Map.of("account", other)).expect(200);
        assertThat(acme.get("order-lines?filter=account==" + other)
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactly(line);
    }

    @Test
    void numbersOfOrdersAndCodesOfProductsAreUnique() {
        acme.post("orders", Map.of("number", word)).expect(201);
        Answer refused = acme.post("orders", Map.of("number", word)).expectProblem(422, "invalid-record");
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("value.taken");
        String product = acme.post("products", Map.of("name", word, "code", word))
                .expect(201)
                .id();
        acme.delete("products/" + product).expect(204);
        acme.post("products", Map.of("name", word, "code", word)).expect(201);
        acme.post("products/" + product + "/restore", "").expectProblem(409, "duplicate-value");
    }

    private String order(Map<String, Object> input) {
        return acme.post("orders", input).expect(201).id();
    }

    private String product(String price) {
        return acme.post("products", Map.of("name", "P " + word, "unit", "box", "listPrice", money(price)))
                .expect(201)
                .id();
    }

    private String line(String order, String price) {
        return lineAnswer(order, price).expect(201).id();
    }

    private Answer lineAnswer(String order, String price) {
        return acme.post("order-lines", Map.of("order", order, "name", "L", "quantity", 1, "unitPrice", money(price)));
    }

    private static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    private void assertTotals(String order, int lines, String sum, String total) {
        JsonNode read = acme.get("orders/" + order).expect(200).json();
        assertThat(read.path("lineCount").asInt()).isEqualTo(lines);
        assertThat(amount(read, "linesTotal")).isEqualByComparingTo(sum);
        assertThat(amount(read, "total")).isEqualByComparingTo(total);
    }

    private static BigDecimal amount(JsonNode record, String field) {
        return new BigDecimal(record.path(field).path("amount").asText());
    }

    private static String code(Answer answer) {
        return answer.expectProblem(422, "invalid-record")
                .json()
                .at("/errors/0/code")
                .asText();
    }
}
