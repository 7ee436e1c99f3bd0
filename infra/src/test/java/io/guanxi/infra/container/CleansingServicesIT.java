package io.guanxi.infra.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.cleansing.CleansingSteps;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.object.Shelf;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.RsqlFilters;
import io.guanxi.kernel.record.PastRecords;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The archive and the search for stale records against the real database, and how many statements they take. */
@ExtendWith({ContainerNode.class, ArquillianExtension.class})
class CleansingServicesIT {

    private static final int ACME = 1001;
    private static final Instant LONG_AGO = Instant.parse("2020-02-03T04:05:06Z");

    @Inject
    private PastRecords past;

    @Inject
    private RecordService records;

    @Inject
    private CleansingSteps steps;

    @Inject
    private ObjectRegistry objects;

    @PersistenceUnit(unitName = "guanxi")
    private EntityManagerFactory factory;

    @Deployment
    static WebArchive kernel() {
        return KernelArchive.with(CleansingServicesIT.class, StatementCounter.class);
    }

    @Test
    void toLookAtSixtyStaleRecordsTakesAsManyStatementsAsToLookAtThree() {
        try (var scope = CallContext.enter(Caller.system(ACME, "0"))) {
            List<Long> ids = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String account = past.create("account", Map.of("name", "Quiet " + i), LONG_AGO);
                past.create("contact", Map.of("lastName", "Quiet " + i, "account", account), LONG_AGO);
                ids.add(RecordId.parse(account).orElseThrow());
            }
            ObjectDescriptor account = objects.require("account");
            assertThat(steps.observe(account, ids).size()).isEqualTo(60);
            int few = statements(() -> steps.observe(account, ids.subList(0, 3)));
            int many = statements(() -> steps.observe(account, ids));
            assertThat(many).isEqualTo(few);
        }
    }

    @Test
    void theArchiveIsAListOfItsOwnAndWhatIsLiveHasBoth() {
        try (var scope = CallContext.enter(Caller.system(ACME, "0"))) {
            String kept =
                    records.create("account", Map.of("name", "Shelf Kept")).id();
            String aside =
                    records.create("account", Map.of("name", "Shelf Aside")).id();
            records.archive("account", aside);
            assertThat(found(Shelf.LISTED)).containsExactly(kept);
            assertThat(found(Shelf.ARCHIVED)).containsExactly(aside);
            assertThat(found(Shelf.LIVE)).containsExactlyInAnyOrder(kept, aside);
            assertThat(found(Shelf.DELETED)).isEmpty();
        }
    }

    private List<String> found(Shelf shelf) {
        RecordQuery query =
                RecordQuery.all().filter(RsqlFilters.parse("name==Shelf*")).on(shelf);
        return records.list("account", query).items().stream()
                .map(RecordView::id)
                .toList();
    }

    private int statements(Runnable work) {
        StatementCounter counter = StatementCounter.on(factory);
        work.run();
        counter.reset();
        work.run();
        int sent = counter.reset();
        counter.remove();
        return sent;
    }
}
