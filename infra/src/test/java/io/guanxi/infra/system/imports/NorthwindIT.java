package io.guanxi.infra.system.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.SystemTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A trading company's five files, each pointing into the one before by ids of the program they come from. */
@SystemTest
class NorthwindIT {

    private final Api acme;

    NorthwindIT(RunningSystem system) {
        acme = system.partner("acme-partner");
    }

    @Test
    void ordersComeToWhatTheFilesComeTo() throws IOException {
        if (file("orders.csv").isEmpty()) {
            System.out.println("shared/data does not lie beside this checkout: Northwind was not imported");
            return;
        }
        load("accounts", "customers.csv", "&phones=leave_out", 91);
        loadSuppliers();
        load("product-categories", "categories.csv", "", 8);
        load("products", "products.csv", "", 77);
        load("orders", "orders.csv", "", 830);
        ImportJob lines = ImportJob.submit(acme, "order-lines", "&mode=create&dryRun=true", bytes("order-details.csv"));
        ImportJob.assertCounts(lines.success(), 2155, 0, 0, 0);
        boolean isFirst = acme.get("orders?filter=externalId==10248")
                        .json()
                        .at("/items/0/lineCount")
                        .asInt()
                == 0;
        if (isFirst) {
            lines = ImportJob.submit(acme, "order-lines", "&mode=create", bytes("order-details.csv"));
            ImportJob.assertCounts(lines.success(), 2155, 0, 0, 0);
        }
        assertSums();
    }

    /** What the files come to is added up here once more, line by line, without any of the product's code. */
    private void assertSums() throws IOException {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Map<String, String> line : rows("order-details.csv")) {
            BigDecimal exact = new BigDecimal(line.get("unitPrice"))
                    .multiply(new BigDecimal(line.get("quantity")))
                    .multiply(BigDecimal.ONE.subtract(new BigDecimal(line.get("discount"))));
            sums.merge(line.get("orderID"), exact.setScale(2, RoundingMode.HALF_UP), BigDecimal::add);
        }
        Map<String, JsonNode> orders = new HashMap<>();
        acme.all("orders?filter=externalSystem==import")
                .forEach(order -> orders.put(order.path("externalId").asText(), order));
        BigDecimal all = BigDecimal.ZERO;
        for (Map<String, String> row : rows("orders.csv")) {
            JsonNode order = orders.get(row.get("orderID"));
            BigDecimal sum = sums.get(row.get("orderID"));
            assertThat(amount(order, "linesTotal")).as(row.get("orderID")).isEqualByComparingTo(sum);
            assertThat(amount(order, "total")).isEqualByComparingTo(sum.add(new BigDecimal(row.get("freight"))));
            assertThat(order.path("orderDate").asText())
                    .isEqualTo(row.get("orderDate").substring(0, 10));
            assertThat(order.path("number").asText()).isEqualTo(row.get("orderID"));
            all = all.add(amount(order, "linesTotal"));
        }
        assertThat(all).isEqualByComparingTo("1265793.29");
        assertBoughtBy("SAVEA", sums);
    }

    private void assertBoughtBy(String customer, Map<String, BigDecimal> sums) throws IOException {
        String account = acme.get("accounts?filter=externalId==" + customer)
                .json()
                .at("/items/0/id")
                .asText();
        BigDecimal bought = BigDecimal.ZERO;
        for (JsonNode line : acme.all("order-lines?filter=account==" + account)) {
            bought = bought.add(amount(line, "lineTotal"));
        }
        BigDecimal expected = rows("orders.csv").stream()
                .filter(row -> row.get("customerID").equals(customer))
                .map(row -> sums.get(row.get("orderID")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(bought).isEqualByComparingTo(expected);
        assertKnown(customer, account, expected);
    }

    /** What the page of the customer tells is what its orders in the files come to, with freight. */
    private void assertKnown(String customer, String account, BigDecimal lines) throws IOException {
        List<Map<String, String>> orders = rows("orders.csv").stream()
                .filter(row -> row.get("customerID").equals(customer))
                .toList();
        BigDecimal total =
                orders.stream().map(row -> new BigDecimal(row.get("freight"))).reduce(lines, BigDecimal::add);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            JsonNode known = acme.get("accounts/" + account + "/insight").json().at("/purchases/0");
            assertThat(known.path("orderCount").asInt()).isEqualTo(orders.size());
            assertThat(known.path("total").asText()).matches("\\d+\\.\\d\\d");
            assertThat(new BigDecimal(known.path("total").asText())).isEqualByComparingTo(total);
            assertThat(new BigDecimal(known.path("average").asText()))
                    .isEqualByComparingTo(total.divide(BigDecimal.valueOf(orders.size()), 2, RoundingMode.HALF_UP));
        });
    }

    /** Suppliers are companies as well; their file calls the id otherwise, and its home pages are none. */
    private void loadSuppliers() throws IOException {
        String suppliers = new String(bytes("suppliers.csv"), StandardCharsets.UTF_8)
                .replaceFirst("supplierID", "externalId")
                .replaceFirst("homePage", "picture");
        ImportJob job = ImportJob.submit(
                acme,
                "accounts",
                "&mode=upsert&key=externalId&phones=leave_out",
                suppliers.getBytes(StandardCharsets.UTF_8));
        assertThat(job.success().path("failed").asInt()).as(job.errorFile()).isZero();
    }

    private void load(String object, String name, String parameters, int rows) throws IOException {
        ImportJob job = ImportJob.submit(acme, object, "&mode=upsert&key=externalId" + parameters, bytes(name));
        JsonNode done = job.success();
        assertThat(done.path("failed").asInt()).as(job.errorFile()).isZero();
        assertThat(done.path("created").asInt() + done.path("updated").asInt()).isEqualTo(rows);
    }

    private static BigDecimal amount(JsonNode record, String field) {
        return new BigDecimal(record.path(field).path("amount").asText());
    }

    private static List<Map<String, String>> rows(String name) throws IOException {
        return CsvText.rows(new String(bytes(name), StandardCharsets.UTF_8), ',');
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(file(name).orElseThrow());
    }

    private static Optional<Path> file(String name) {
        return Stream.iterate(RunningSystem.target().toAbsolutePath(), p -> p != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/northwind").resolve(name))
                .filter(Files::isReadable)
                .findFirst();
    }
}
