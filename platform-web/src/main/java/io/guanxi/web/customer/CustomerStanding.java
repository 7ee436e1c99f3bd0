package io.guanxi.web.customer;

import io.guanxi.customers.classes.ClassMoves;
import io.guanxi.customers.classes.ClassView;
import io.guanxi.customers.classes.Classification;
import io.guanxi.customers.classes.CustomerClasses;
import io.guanxi.customers.facts.AccountFacts;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.customers.facts.Purchases;
import io.guanxi.customers.insight.Insight;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.people.People;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.format.Formats;
import io.guanxi.web.shell.CurrentTenant;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the account of the page stands: its figures, its class, why it is there, and what is owed to it. */
@Named("standing")
@RequestScoped
public class CustomerStanding {

    @Inject
    private CustomerKnowledge knowledge;

    @Inject
    private Classification classification;

    @Inject
    private VisibleObjects registry;

    @Inject
    private People people;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    @Inject
    private Here here;

    /**
     * A figure of the header.
     *
     * @param note small words below; empty for none
     * @param late whether somebody should do something
     */
    public record Tile(String label, String value, String note, boolean late) {}

    /** A labelled value. */
    public record Line(String label, String value) {}

    public boolean isVisible() {
        return knowledge.isThere();
    }

    /** Figures that there are; nothing stands for what is not known. */
    public List<Tile> getTiles() {
        Insight insight = knowledge.get();
        AccountFacts facts = insight.facts();
        List<Tile> tiles = new ArrayList<>();
        if (facts.orders() > 0) {
            String currency = tenant.find().map(Tenant::currency).orElse("");
            tiles.add(new Tile(
                    label("spendLastYear"),
                    formats().moneyShort(facts.yearSpend(), currency),
                    facts.spendTop().map(this::top).orElse(""),
                    false));
            tiles.add(new Tile(
                    label("orderCount"),
                    formats().count(facts.orders()),
                    insight.purchases().size() == 1
                            ? texts.of(
                                    "customer.average",
                                    money(insight.purchases().get(0)))
                            : "",
                    false));
            facts.lastOrder()
                    .ifPresent(day ->
                            tiles.add(new Tile(label("lastOrderDate"), formats().date(day), sinceFirst(facts), false)));
        }
        boolean late = isLate();
        tiles.add(new Tile(
                texts.of("customer.interaction"),
                formats().ago(facts.lastInteraction(), Instant.now()),
                cadence().map(days -> texts.of("customer.cadence.is", days)).orElse(""),
                late));
        return tiles;
    }

    private String money(Purchases bought) {
        return formats().moneyShort(bought.average(), bought.currency());
    }

    private String top(BigDecimal share) {
        return texts.of(
                "customer.top",
                formats().number(share.setScale(0, RoundingMode.CEILING).max(BigDecimal.ONE)));
    }

    private String sinceFirst(AccountFacts facts) {
        return facts.firstOrder()
                .map(day -> texts.of("customer.since", formats().date(day)))
                .orElse("");
    }

    /** Whether it should have been heard from before today. */
    public boolean isLate() {
        return knowledge
                .get()
                .due()
                .filter(day -> day.isBefore(classification.today()))
                .isPresent();
    }

    private Optional<Integer> cadence() {
        return knowledge.get().type().flatMap(ClassView::cadenceDays);
    }

    /** Name of the class; empty while there is none. */
    public String getClassName() {
        return knowledge.get().type().map(ClassView::name).orElse("");
    }

    public String getClassColour() {
        return knowledge.get().type().map(ClassView::colour).orElse("gray");
    }

    /** Address of the class; empty while there is none. */
    public String getClassHref() {
        return knowledge
                .get()
                .type()
                .map(type -> here.href(CustomerClasses.PATH + "/" + type.id()))
                .orElse("");
    }

    /** What is owed to customers of the class. */
    public List<Line> getPolicy() {
        Insight insight = knowledge.get();
        return insight.type()
                .map(type -> Stream.of(
                                insight.since()
                                        .map(day -> line(
                                                "customer.class.since",
                                                formats().date(day))),
                                type.cadenceDays()
                                        .map(days -> line("customer.cadence", texts.of("customer.cadence.days", days))),
                                insight.due().map(this::due),
                                type.manager().map(this::person).map(name -> line("customer.manager", name)),
                                type.discountLimit()
                                        .map(limit -> line(
                                                "customer.discount",
                                                texts.of(
                                                        "customer.discount.upTo",
                                                        formats().number(limit.stripTrailingZeros())))),
                                Optional.of(type.automation())
                                        .filter(automation -> !automation.isEmpty())
                                        .map(automation -> line("customer.automation", automation(automation))))
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }

    private Line due(LocalDate day) {
        long late = ChronoUnit.DAYS.between(day, classification.today());
        return line(
                "customer.due",
                late > 0 ? texts.of("customer.overdue", late) : formats().date(day));
    }

    private String automation(String automation) {
        ObjectDescriptor type = registry.require(CustomerClasses.OBJECT);
        return Labels.option(type, type.require("automation"), automation, texts.locale());
    }

    private String person(String id) {
        long member = RecordId.parse(id).orElseThrow();
        return people.names(List.of(member)).getOrDefault(member, "");
    }

    private Line line(String key, String value) {
        return new Line(texts.of(key), value);
    }

    /** The sentence over the reasons; empty when the account never moved. */
    public String getWhyHead() {
        return knowledge.get().why().map(this::head).orElse("");
    }

    private String head(ClassMoves.Move move) {
        String day = formats().instant(move.at());
        String by = move.by().equals(Caller.SYSTEM_NAME) ? texts.of("timeline.system") : move.by();
        return move.from().isEmpty()
                ? texts.of("customer.why.first", move.to(), day, by)
                : texts.of("customer.why.moved", move.from(), move.to().isEmpty() ? "—" : move.to(), day, by);
    }

    /** The rule that held. */
    public String getWhyRule() {
        return knowledge.get().why().map(ClassMoves.Move::rule).orElse("");
    }

    /** What the rule looked at, as it was when the account moved. */
    public List<Line> getWhyFacts() {
        return knowledge.get().why().map(ClassMoves.Move::facts).orElse(Map.of()).entrySet().stream()
                .map(fact -> fact(fact.getKey(), fact.getValue()))
                .toList();
    }

    private Line fact(String name, Object value) {
        ObjectDescriptor account = registry.require(FactFields.ACCOUNT).with(FactFields.all());
        return account.find(name)
                .map(field -> new Line(
                        Labels.field(account, field, texts.locale()), values.text(account, field, value, null)))
                .orElseGet(() -> new Line(name, String.valueOf(value)));
    }

    private String label(String fact) {
        ObjectDescriptor account = registry.require(FactFields.ACCOUNT);
        FieldDescriptor field = FactFields.all().stream()
                .filter(one -> one.name().equals(fact))
                .findFirst()
                .orElseThrow();
        return Labels.field(account, field, texts.locale());
    }

    private Formats formats() {
        return values.formats();
    }
}
