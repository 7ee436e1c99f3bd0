package io.guanxi.infra.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Operator;
import io.guanxi.kernel.query.RecordGroup;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.RsqlFilters;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.view.SavedView;
import io.guanxi.kernel.view.SavedViews;
import io.guanxi.kernel.view.ViewChoices;
import io.guanxi.kernel.view.ViewColumn;
import io.guanxi.kernel.view.ViewSettings;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Views, groups and colours against the real database, and how many statements they take. */
@ExtendWith({ContainerNode.class, ArquillianExtension.class})
class ViewServicesIT {

    private static final int ACME = 1001;

    @Inject
    private RecordService records;

    @Inject
    private SavedViews views;

    @Inject
    private ViewChoices choices;

    @PersistenceUnit(unitName = "guanxi")
    private EntityManagerFactory factory;

    @Deployment
    static WebArchive kernel() {
        return KernelArchive.with(ViewServicesIT.class, StatementCounter.class);
    }

    private CallContext.Scope asAcme() {
        return CallContext.enter(Caller.system(ACME, "0"));
    }

    private String account(String name, String type, String revenue, String currency) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("name", name);
        input.put("type", type);
        if (revenue != null) {
            input.put("annualRevenue", Map.of("amount", revenue, "currency", currency));
        }
        return records.create("account", input).id();
    }

    private static RecordQuery named(String word) {
        return RecordQuery.all().filter(Filter.compare("name", Operator.EQUAL, word + "*"));
    }

    @Test
    void groupsTellCountsAndSumsByCurrency() {
        try (var scope = asAcme()) {
            account("Groupa 1", "customer", "10.50", "EUR");
            account("Groupa 2", "customer", "4.50", "EUR");
            account("Groupa 3", "customer", "7", "CNY");
            account("Groupa 4", "partner", null, null);
            account("Groupa 5", null, null, null);
            Map<String, RecordGroup> groups = new HashMap<>();
            records.groups("account", named("Groupa"), "type", List.of("annualRevenue"))
                    .forEach(group -> groups.put(group.value(), group));
            assertThat(groups).containsOnlyKeys("customer", "partner", null);
            assertThat(groups.get("customer").count()).isEqualTo(3);
            assertThat(groups.get("customer").sums().get("annualRevenue"))
                    .hasSize(2)
                    .satisfies(sums -> assertThat(sums.get("EUR")).isEqualByComparingTo(new BigDecimal("15")))
                    .satisfies(sums -> assertThat(sums.get("CNY")).isEqualByComparingTo(new BigDecimal("7")));
            assertThat(groups.get("partner").sums()).isEmpty();
        }
    }

    @Test
    void theFilterOfAGroupFindsItsRecords() {
        try (var scope = asAcme()) {
            account("Groupb 1", "customer", null, null);
            account("Groupb 2", null, null, null);
            for (String by : List.of("type", "createdAt", "owner")) {
                for (RecordGroup group : records.groups("account", named("Groupb"), by, List.of())) {
                    Filter filter = RecordGroup.filter(field(by), group.value());
                    RecordQuery query =
                            RecordQuery.all().filter(Filter.all(named("Groupb").filter(), filter));
                    assertThat(records.list("account", query).items()).as(by).hasSize((int) group.count());
                }
            }
        }
    }

    private io.guanxi.kernel.object.FieldDescriptor field(String name) {
        return new io.guanxi.customers.Accounts().descriptor().require(name);
    }

    @Test
    void countingGroupsTakesAsManyStatementsHoweverManyRecordsThereAre() {
        try (var scope = asAcme()) {
            account("Groupc 1", "customer", "1", "EUR");
            int few = statements(() -> records.groups("account", named("Groupc"), "type", List.of("annualRevenue")));
            for (int i = 2; i < 60; i++) {
                account("Groupc " + i, i % 2 == 0 ? "customer" : "partner", "1", "EUR");
            }
            int many = statements(() -> records.groups("account", named("Groupc"), "type", List.of("annualRevenue")));
            assertThat(many).isLessThanOrEqualTo(few).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void aColourRuleTakesOneStatementForAllRowsOfAPage() {
        try (var scope = asAcme()) {
            for (int i = 0; i < 20; i++) {
                account("Groupd " + i, i % 2 == 0 ? "customer" : "partner", null, null);
            }
            List<String> ids = records.list("account", named("Groupd")).items().stream()
                    .map(RecordView::id)
                    .toList();
            Filter rule = RsqlFilters.parse("type==partner,createdAt=within=last-year");
            assertThat(records.matching("account", rule, ids)).hasSize(10);
            assertThat(statements(() -> records.matching("account", rule, ids))).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aViewIsKeptChangedChosenAndForgotten() {
        try (var scope = asAcme()) {
            SavedView made = views.create("account", "Mine", false, ViewSettings.PLAIN.query("type==customer", "name"));
            assertThat(views.require(made.id())).isEqualTo(made);
            SavedView changed = views.change(
                    made.id(), OptionalLong.of(1), "Ours", true, made.settings().groupBy("type"));
            assertThat(views.of("account")).contains(changed);
            assertThatThrownBy(() -> views.change(made.id(), OptionalLong.of(1), "x", true, made.settings()))
                    .isInstanceOf(StaleRecord.class);
            choices.showColumns("account", made.id(), List.of(new ViewColumn("name", 200)));
            choices.openFirst("account", made.id(), true);
            assertThat(choices.of("account"))
                    .contains(new ViewChoices.ViewChoice(made.id(), List.of(new ViewColumn("name", 200)), true));
            views.delete(made.id(), OptionalLong.empty());
            assertThat(choices.of("account")).noneMatch(choice -> choice.key().equals(made.id()));
        }
    }

    private int statements(Runnable work) {
        StatementCounter counter = StatementCounter.on(factory);
        int fewest = Integer.MAX_VALUE;
        // What a plan allows is asked anew every second: of several calls at least one does without.
        for (int call = 0; call < 5; call++) {
            counter.reset();
            work.run();
            fewest = Math.min(fewest, counter.reset());
        }
        counter.remove();
        return fewest;
    }
}
