package io.guanxi.infra.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guanxi.customers.classes.Classification;
import io.guanxi.customers.facts.FactKeeper;
import io.guanxi.customers.insight.CustomerInsight;
import io.guanxi.customers.insight.Insight;
import io.guanxi.customers.map.MaintenanceMap;
import io.guanxi.customers.map.MapView;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.record.NewRecords;
import io.guanxi.kernel.timeline.Timeline;
import io.guanxi.kernel.timeline.TimelineEntry;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is known about customers, from orders to the map. */
@ExtendWith({ContainerNode.class, ArquillianExtension.class})
class CustomerKnowledgeIT {

    private static final int ACME = 1001;
    private static final int GLOBEX = 1002;

    @Inject
    private NewRecords records;

    @Inject
    private Classification classification;

    @Inject
    private FactKeeper facts;

    @Inject
    private CustomerInsight insight;

    @Inject
    private MaintenanceMap map;

    @Inject
    private Timeline timeline;

    @Deployment
    static WebArchive kernel() {
        return KernelArchive.with(CustomerKnowledgeIT.class)
                .addAsLibraries(KernelArchive.jarOf(Awaitility.class), KernelArchive.jarOf(org.hamcrest.Matcher.class));
    }

    private CallContext.Scope as(int tenant) {
        return CallContext.enter(Caller.system(tenant, "0"));
    }

    private String order(String account, String price, int daysAgo, String status) {
        String order = records.create(
                        "salesOrder",
                        Map.of(
                                "account",
                                account,
                                "status",
                                status,
                                "orderDate",
                                LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo).toString()))
                .id();
        records.create(
                "orderLine",
                Map.of(
                        "name",
                        "Something",
                        "order",
                        order,
                        "quantity",
                        3L,
                        "unitPrice",
                        Map.of("amount", price, "currency", "USD")));
        return order;
    }

    /** Again when the events of the account's own records are just being worked off: a job does the same. */
    private void classify(String account) {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            try (var scope = as(ACME)) {
                Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
                classification.classify(List.of(RecordId.parse(account).orElseThrow()), facts.ranking(now), now);
                return true;
            }
        });
    }

    @Test
    void purchasesAreExactAndWithoutOrdersThatCameToNothing() {
        try (var scope = as(ACME)) {
            String account = records.create("account", Map.of("name", "Buyer")).id();
            order(account, "12.35", 400, "delivered");
            order(account, "0.05", 20, "placed");
            order(account, "999.00", 10, "cancelled");
            classify(account);
            Insight known = insight.of(account);
            assertThat(known.purchases()).hasSize(1);
            assertThat(known.purchases().get(0).orders()).isEqualTo(2);
            assertThat(known.purchases().get(0).total()).isEqualByComparingTo("37.20");
            assertThat(known.purchases().get(0).average()).isEqualByComparingTo("18.60");
            assertThat(known.facts().yearSpend()).isEqualByComparingTo(new BigDecimal("0.15"));
            assertThat(known.facts().habits().lines()).isEqualTo(2);
        }
    }

    @Test
    void anAccountIsInTheFirstClassWhoseRuleHoldsAndRemembersWhy() {
        try (var scope = as(ACME)) {
            String account = records.create("account", Map.of("name", "Mover")).id();
            order(account, "1.00", 95, "delivered");
            classify(account);
            assertThat(insight.of(account).type().orElseThrow().name()).isEqualTo("Ordinary");
            order(account, "1.00", 5, "placed");
            classify(account);
            Insight known = insight.of(account);
            assertThat(known.type().orElseThrow().name()).isEqualTo("Active");
            assertThat(known.why().orElseThrow().from()).isEqualTo("Ordinary");
            assertThat(known.why()
                            .orElseThrow()
                            .facts()
                            .get("daysSincePurchase")
                            .toString())
                    .isIn("4", "5", "6");
            assertThat(known.due()).isPresent();
            classify(account);
            assertThat(timeline.of("account", account, "classes", null, 10).entries())
                    .hasSize(2);
        }
    }

    @Test
    void theTimelineIsInOneOrderAndNoEntryIsLostOrToldTwiceBetweenItsPages() {
        try (var scope = as(ACME)) {
            String account = records.create("account", Map.of("name", "Talker")).id();
            for (int i = 0; i < 5; i++) {
                order(account, "2.00", 30, "delivered");
                records.create("note", Map.of("text", "Note " + i, "relatedObject", "accounts", "relatedId", account));
                records.create("contact", Map.of("lastName", "Person " + i, "account", account));
            }
            classify(account);
            List<TimelineEntry> whole =
                    timeline.of("account", account, "", null, 100).entries();
            List<TimelineEntry> paged = new ArrayList<>();
            String cursor = null;
            do {
                Timeline.Page page = timeline.of("account", account, "", cursor, 3);
                paged.addAll(page.entries());
                cursor = page.next().orElse(null);
            } while (cursor != null);
            assertThat(whole).isEqualTo(paged);
            // How many stages it goes through depends on when the events come.
            assertThat(whole.stream().filter(entry -> !entry.kind().equals("stages")))
                    .hasSize(17);
            assertThat(whole)
                    .isSortedAccordingTo(Comparator.comparing(TimelineEntry::at).reversed());
            assertThat(timeline.of("account", account, "notes", null, 100).entries())
                    .hasSize(5);
        }
    }

    @Test
    void theMapAddsUpWhoIsInWhichClass() {
        try (var scope = as(ACME)) {
            MapView view = map.view(90);
            assertThat(view.boxes()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(view.processes()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(view.count()).isPositive();
            assertThat(view.value()).isPositive();
            assertThat(view.flows()).isNotEmpty();
        }
    }

    @Test
    void aRuleIsTriedOnTheNewestAccounts() {
        try (var scope = as(ACME)) {
            order(records.create("account", Map.of("name", "Tried")).id(), "1.00", 1, "placed");
            assertThat(classification.preview("false").holds()).isZero();
        }
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            try (var scope = as(ACME)) {
                return classification.preview("orderCount > 0").holds() > 0;
            }
        });
    }

    @Test
    void anotherTenantCannotSeeWhatIsKnown() {
        String account;
        try (var scope = as(ACME)) {
            account = records.create("account", Map.of("name", "Acme's own")).id();
            classify(account);
        }
        try (var scope = as(GLOBEX)) {
            assertThatThrownBy(() -> insight.of(account)).isInstanceOf(RecordNotFound.class);
            assertThatThrownBy(() -> timeline.of("account", account, "", null, 10))
                    .isInstanceOf(RecordNotFound.class);
            assertThat(facts.purchases(RecordId.parse(account).orElseThrow())).isEmpty();
        }
    }
}
