package io.guanxi.web.customer;

import io.guanxi.customers.facts.AccountFacts;
import io.guanxi.customers.facts.Habits;
import io.guanxi.customers.facts.Purchases;
import io.guanxi.customers.insight.Insight;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.format.Formats;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What the account of the page buys, when, and what it is worth; each fact says where it comes from. */
@Named("portrait")
@RequestScoped
public class CustomerPortrait {

    /** Height of the tallest bar, in the units of the picture. */
    private static final int TALLEST = 32;

    @Inject
    private CustomerKnowledge knowledge;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    @Inject
    private Here here;

    /** Purchases in one currency. */
    public record Bought(String currency, String orders, String total, String average, String first, String last) {}

    /** A product bought. */
    public record Product(String name, String href, String detail, String total) {}

    /**
     * A bar of a picture.
     *
     * @param label  for eyes, short
     * @param full   for ears and for the pointer: what and how many
     * @param height 0–32
     */
    public record Bar(String label, String full, int x, int y, int height) {}

    /** A fact with where it comes from. */
    public record Fact(String label, String value, String source) {}

    public boolean isBuyer() {
        return knowledge.isThere() && !knowledge.get().purchases().isEmpty();
    }

    public List<Bought> getPurchases() {
        return knowledge.get().purchases().stream().map(this::bought).toList();
    }

    private Bought bought(Purchases bought) {
        return new Bought(
                bought.currency(),
                formats().count(bought.orders()),
                formats().money(bought.total(), bought.currency()),
                formats().money(bought.average(), bought.currency()),
                formats().date(bought.first()),
                formats().date(bought.last()));
    }

    public List<Product> getProducts() {
        Insight insight = knowledge.get();
        return insight.facts().habits().products().stream()
                .filter(product -> insight.products().containsKey(product.id()))
                .map(product -> product(product, insight.products().get(product.id())))
                .toList();
    }

    private Product product(Habits.Product product, String name) {
        return new Product(
                name,
                here.href("products/" + product.id()),
                texts.of("portrait.units", formats().number(product.quantity().stripTrailingZeros()), product.lines()),
                formats().moneyShort(product.total(), product.currency()));
    }

    public List<Bar> getMonths() {
        List<Integer> counts = knowledge.get().facts().habits().months();
        List<String> names = new ArrayList<>();
        List<String> initials = new ArrayList<>();
        for (Month month : Month.values()) {
            names.add(month.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale()));
            initials.add(
                    texts.locale().getLanguage().equals("zh")
                            ? String.valueOf(month.getValue())
                            : month.getDisplayName(TextStyle.NARROW_STANDALONE, texts.locale()));
        }
        return bars(counts, initials, names);
    }

    public List<Bar> getWeekdays() {
        List<String> names = new ArrayList<>();
        List<String> initials = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            names.add(day.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale()));
            initials.add(day.getDisplayName(TextStyle.NARROW_STANDALONE, texts.locale()));
        }
        return bars(knowledge.get().facts().habits().weekdays(), initials, names);
    }

    private List<Bar> bars(List<Integer> counts, List<String> labels, List<String> names) {
        int most = Math.max(1, Collections.max(counts));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            int height = counts.get(i) == 0 ? 1 : Math.max(3, TALLEST * counts.get(i) / most);
            bars.add(new Bar(
                    labels.get(i),
                    texts.of("portrait.bar", names.get(i), counts.get(i)),
                    i * 10 + 1,
                    TALLEST - height,
                    height));
        }
        return bars;
    }

    /** Value and risk as far as there are facts. */
    public List<Fact> getFacts() {
        AccountFacts facts = knowledge.get().facts();
        String orders = texts.of("portrait.source.orders", formats().instant(facts.countedAt()));
        List<Fact> lines = new ArrayList<>();
        facts.rfm()
                .ifPresent(rfm -> lines.add(new Fact(
                        texts.of("portrait.rfm"),
                        texts.of("portrait.rfm.is", rfm.substring(0, 1), rfm.substring(1, 2), rfm.substring(2)),
                        texts.of("portrait.rfm.why"))));
        if (facts.orders() > 0) {
            lines.add(new Fact(
                    texts.of("portrait.basket"),
                    texts.of(
                            "portrait.basket.is",
                            formats()
                                    .number(BigDecimal.valueOf(facts.habits().lines())
                                            .divide(BigDecimal.valueOf(facts.orders()), 1, RoundingMode.HALF_UP))),
                    orders));
        }
        gap(facts).ifPresent(days -> {
            lines.add(new Fact(texts.of("portrait.gap"), texts.of("portrait.days", days), orders));
            lines.add(new Fact(texts.of("portrait.risk"), risk(facts, days), texts.of("portrait.risk.why")));
        });
        return lines;
    }

    /** Days from order to order on average; empty with fewer than three orders. */
    private static Optional<Long> gap(AccountFacts facts) {
        return facts.orders() < 3
                ? Optional.empty()
                : facts.firstOrder()
                        .flatMap(first -> facts.lastOrder()
                                .map(last -> ChronoUnit.DAYS.between(first, last) / (facts.orders() - 1)))
                        .filter(days -> days > 0);
    }

    /** By how many usual gaps the next order is late: up to one is low, up to two is raised, beyond is high. */
    private String risk(AccountFacts facts, long gap) {
        long quiet = ChronoUnit.DAYS.between(
                facts.lastOrder().orElseThrow(),
                Instant.now().atZone(formats().zone()).toLocalDate());
        String level = quiet <= gap ? "low" : quiet <= 2 * gap ? "raised" : "high";
        return texts.of("portrait.risk." + level, quiet);
    }

    /** Where all this comes from. */
    public String getSource() {
        return texts.of(
                "portrait.source.orders",
                formats().instant(knowledge.get().facts().countedAt()));
    }

    private Formats formats() {
        return values.formats();
    }
}
