package io.guanxi.customers.facts;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an account buys, and when.
 *
 * @param months   orders by month of the year, January first
 * @param weekdays orders by day of the week, Monday first
 * @param products what it spent most on, the most first; five at most
 * @param lines    positions of all its orders
 */
public record Habits(List<Integer> months, List<Integer> weekdays, List<Product> products, int lines) {

    private static final int TOP = 5;

    /** Nothing bought. */
    public static final Habits NONE = new Habits(Collections.nCopies(12, 0), Collections.nCopies(7, 0), List.of(), 0);

    /**
     * A product bought; the same product in two currencies is two of these.
     *
     * @param id       opaque id of the product
     * @param quantity units in all orders
     * @param total    spent on it, in {@code currency}
     */
    public record Product(String id, int lines, BigDecimal quantity, BigDecimal total, String currency) {}

    String json() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("months", months);
        tree.put("weekdays", weekdays);
        tree.put("lines", lines);
        tree.put(
                "products",
                products.stream()
                        .map(product -> List.of(
                                product.id(),
                                product.lines(),
                                product.quantity().toPlainString(),
                                product.total().toPlainString(),
                                product.currency()))
                        .toList());
        return JsonTree.write(tree);
    }

    static Habits read(String json) {
        Map<String, Object> tree = JsonTree.readObject(json);
        return new Habits(
                numbers(tree.get("months")),
                numbers(tree.get("weekdays")),
                ((List<?>) tree.get("products")).stream().map(Habits::product).toList(),
                ((Number) tree.get("lines")).intValue());
    }

    private static Product product(Object raw) {
        List<?> parts = (List<?>) raw;
        return new Product(
                (String) parts.get(0),
                ((Number) parts.get(1)).intValue(),
                new BigDecimal((String) parts.get(2)),
                new BigDecimal((String) parts.get(3)),
                (String) parts.get(4));
    }

    private static List<Integer> numbers(Object raw) {
        return ((List<?>) raw).stream().map(n -> ((Number) n).intValue()).toList();
    }

    /** Collects the habits of one account. */
    static final class Collector {

        private final List<Integer> months = new ArrayList<>(NONE.months());
        private final List<Integer> weekdays = new ArrayList<>(NONE.weekdays());
        private final List<Product> products = new ArrayList<>();
        private int lines;

        /**
         * @param month   1–12
         * @param weekday 0 for Monday
         */
        void orders(int month, int weekday, int count) {
            months.set(month - 1, months.get(month - 1) + count);
            weekdays.set(weekday, weekdays.get(weekday) + count);
        }

        void bought(Long product, int count, BigDecimal quantity, BigDecimal total, String currency) {
            lines += count;
            if (product != null) {
                products.add(new Product(RecordId.format(product), count, quantity, total, currency));
            }
        }

        Habits habits() {
            return new Habits(
                    List.copyOf(months),
                    List.copyOf(weekdays),
                    products.stream()
                            .sorted(Comparator.comparing(Product::total).reversed())
                            .limit(TOP)
                            .toList(),
                    lines);
        }
    }
}
