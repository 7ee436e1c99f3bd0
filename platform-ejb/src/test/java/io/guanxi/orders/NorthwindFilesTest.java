package io.guanxi.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.Contacts;
import io.guanxi.kernel.imports.ColumnMapping;
import io.guanxi.kernel.imports.ImportOptions;
import io.guanxi.kernel.imports.ImportPreview;
import io.guanxi.kernel.imports.ImportTarget;
import io.guanxi.kernel.imports.ImportTargets;
import io.guanxi.kernel.imports.RowTranslator;
import io.guanxi.kernel.imports.TextFile;
import io.guanxi.kernel.imports.TranslatedRow;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.LookUp;
import io.guanxi.kernel.tabular.TabularFile;
import io.guanxi.products.ProductCategories;
import io.guanxi.products.Products;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of a trading company as another program writes them, with ids of its own in the place of ours. */
class NorthwindFilesTest {

    private static final Map<String, ObjectDescriptor> OBJECTS = Stream.<ObjectDefinition>of(
                    new Accounts(),
                    new Contacts(),
                    new ProductCategories(),
                    new Products(),
                    new SalesOrders(),
                    new OrderLines())
            .map(ObjectDefinition::descriptor)
            .collect(Collectors.toMap(ObjectDescriptor::name, Function.identity()));

    private static List<ImportTarget> targets(String object) {
        return ImportTargets.of(OBJECTS.get(object), OBJECTS::get, Locale.ENGLISH);
    }

    @Test
    void headingsOfProductsAreMappedWithoutHelp() {
        assertThat(suggested(
                        "product",
                        "productID,productName,supplierID,categoryID,quantityPerUnit,unitPrice,unitsInStock,unitsOnOrder,"
                                + "reorderLevel,discontinued"))
                .isEqualTo(Map.of(
                        "productID", "externalId",
                        "productName", "name",
                        "supplierID", "supplier[externalId]",
                        "categoryID", "category[externalId]",
                        "quantityPerUnit", "unit",
                        "unitPrice", "listPrice",
                        "unitsInStock", "unitsInStock",
                        "unitsOnOrder", "unitsOnOrder",
                        "reorderLevel", "reorderLevel",
                        "discontinued", "discontinued"));
    }

    @Test
    void headingsOfCategoriesAreMappedWithoutHelp() {
        assertThat(suggested("productCategory", "categoryID,categoryName,description,picture"))
                .isEqualTo(Map.of("categoryID", "externalId", "categoryName", "name", "description", "description"));
    }

    @Test
    void headingsOfOrdersAreMappedWithoutHelp() {
        assertThat(suggested(
                        "salesOrder",
                        "orderID,customerID,employeeID,orderDate,requiredDate,shippedDate,shipVia,freight,shipName,"
                                + "shipAddress,shipCity,shipRegion,shipPostalCode,shipCountry"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("orderID", "externalId"),
                        Map.entry("customerID", "account[externalId]"),
                        Map.entry("orderDate", "orderDate"),
                        Map.entry("requiredDate", "requiredDate"),
                        Map.entry("shippedDate", "shippedDate"),
                        Map.entry("shipVia", "shipVia"),
                        Map.entry("freight", "freight"),
                        Map.entry("shipName", "shipName"),
                        Map.entry("shipAddress", "shipStreet"),
                        Map.entry("shipCity", "shipCity"),
                        Map.entry("shipRegion", "shipRegion"),
                        Map.entry("shipPostalCode", "shipPostalCode"),
                        Map.entry("shipCountry", "shipCountry")));
    }

    @Test
    void headingsOfOrderLinesAreMappedWithoutHelp() {
        assertThat(suggested("orderLine", "orderID,productID,unitPrice,quantity,discount"))
                .isEqualTo(Map.of(
                        "orderID", "order[externalId]",
                        "productID", "product[externalId]",
                        "unitPrice", "unitPrice",
                        "quantity", "quantity",
                        "discount", "discount"));
        assertThat(suggested("orderLine", "订单号,产品编码,单价,数量"))
                .isEqualTo(
                        Map.of("订单号", "order[number]", "产品编码", "product[code]", "单价", "unitPrice", "数量", "quantity"));
    }

    @Test
    void everyPathOfATargetIsUnique() {
        OBJECTS.keySet()
                .forEach(object -> assertThat(
                                targets(object).stream().map(ImportTarget::path).toList())
                        .doesNotHaveDuplicates());
    }

    /** 1,265,793.29 is what a spreadsheet gives that rounds each of the 2,155 lines to the cent; unrounded 1,265,793.0395. */
    @Test
    void linesComeToWhatTheyComeToElsewhere() throws IOException {
        List<TranslatedRow> rows = translated("orderLine", "order-details.csv");
        if (rows.isEmpty()) {
            return;
        }
        assertThat(rows).hasSize(2155).allSatisfy(row -> {
            assertThat(row.faults()).isEmpty();
            assertThat(row.record().get("order")).isInstanceOf(LookUp.class);
        });
        BigDecimal sum = rows.stream()
                .map(TranslatedRow::record)
                .map(line -> OrderLine.total(
                        new BigDecimal((String) line.get("quantity")),
                        new BigDecimal((String) ((Map<?, ?>) line.get("unitPrice")).get("amount")),
                        new BigDecimal((String) line.get("discount")),
                        "USD"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualTo(new BigDecimal("1265793.29"));
    }

    @Test
    void ordersAndProductsHaveNoFaults() throws IOException {
        for (Map.Entry<String, String> file : Map.of(
                        "salesOrder", "orders.csv", "product", "products.csv", "productCategory", "categories.csv")
                .entrySet()) {
            assertThat(translated(file.getKey(), file.getValue())).allSatisfy(row -> {
                assertThat(row.faults()).isEmpty();
                assertThat(row.externalId()).isPresent();
            });
        }
    }

    private static List<TranslatedRow> translated(String object, String name) throws IOException {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/northwind").resolve(name))
                .filter(Files::isReadable)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("shared/data does not lie beside this checkout: Northwind's " + name + " was not read");
            return List.of();
        }
        ImportOptions options = ImportOptions.standard().withCurrency("USD");
        try (TabularFile file = TextFile.of(Files.readAllBytes(found.get()))) {
            ImportPreview preview = ImportPreview.of(file, targets(object), List.of());
            return TextFile.translated(file, new RowTranslator(file, preview.suggested(), targets(object), options));
        }
    }

    private static Map<String, String> suggested(String object, String headings) {
        try (TabularFile file = TextFile.of(headings + "\nx\n")) {
            Map<String, String> suggested = new LinkedHashMap<>();
            for (ColumnMapping mapping : ImportPreview.of(file, targets(object), List.of())
                    .suggested()
                    .columns()) {
                suggested.put(file.columns().get(mapping.column()).name(), mapping.path());
            }
            return suggested;
        }
    }
}
