package io.guanxi.infra.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.custom.FieldDefinition;
import io.guanxi.kernel.custom.FieldDefinitions;
import io.guanxi.kernel.custom.FieldInUse;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.BulkEdit;
import io.guanxi.kernel.record.DuplicateRule;
import io.guanxi.kernel.record.LookUp;
import io.guanxi.kernel.record.RecordEdits;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RowImport;
import io.guanxi.kernel.record.RowInput;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Formulas that read behind references: how they follow, and what they cost. */
@ExtendWith({ContainerNode.class, ArquillianExtension.class})
class LookedUpFieldsIT {

    private static final int ACME = 1001;
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    private RecordService records;

    @Inject
    private FieldDefinitions definitions;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private RowImport rows;

    @Inject
    private RecordEdits edits;

    @Resource
    private UserTransaction transaction;

    @PersistenceUnit(unitName = "guanxi")
    private EntityManagerFactory factory;

    private final List<String> made = new ArrayList<>();
    private final String many = "Reach" + Long.toString(System.nanoTime(), 36) + " ";

    @Deployment
    static WebArchive kernel() {
        return KernelArchive.with(LookedUpFieldsIT.class, StatementCounter.class)
                .addAsLibraries(KernelArchive.jarOf(Awaitility.class), KernelArchive.jarOf(org.hamcrest.Matcher.class));
    }

    @AfterEach
    void takeTheFieldsAway() {
        try (var scope = asAcme()) {
            for (int i = made.size() - 1; i >= 0; i--) {
                definitions.remove(made.get(i));
            }
        }
    }

    @Test
    void itIsThereWithTheWriteAndFollowsTheRecordLookedUpAndIsEmptyWithoutOne() {
        try (var scope = asAcme()) {
            formula("contact", "reachCity", "account.taxNumber + '!'", FieldType.TEXT);
            formula("contact", "reachBig", "account.employees > 10", FieldType.BOOLEAN);
            String account = account("Reach one", "Lyon");
            String contact = contact("One", account);
            assertThat(value(contact, "reachCity")).isEqualTo("Lyon!");
            records.update("account", account, OptionalLong.empty(), Map.of("taxNumber", "Nice", "employees", 11L));
            await().pollInSameThread().atMost(SOON).until(() -> "Nice!".equals(value(contact, "reachCity")));
            assertThat(value(contact, "reachBig")).isEqualTo(true);
            Map<String, Object> nobody = new HashMap<>();
            nobody.put("account", null);
            records.update("contact", contact, OptionalLong.empty(), nobody);
            assertThat(value(contact, "reachCity")).isEqualTo("!");
            assertThat(value(contact, "reachBig")).isEqualTo(false);
        }
    }

    @Test
    void aChainOfFormulasAcrossRecordsFollowsToItsEnd() {
        try (var scope = asAcme()) {
            formula("account", "reachUp", "coalesce(parent.taxNumber, taxNumber)", FieldType.TEXT);
            formula("contact", "reachEnd", "account.custom.reachUp", FieldType.TEXT);
            String parent = account("Reach top", "Oslo");
            Map<String, Object> below = Map.of("name", "Reach below", "taxNumber", "Bergen", "parent", parent);
            String child = records.create("account", below).id();
            String contact = contact("Chain", child);
            assertThat(value(contact, "reachEnd")).isEqualTo("Oslo");
            records.update("account", parent, OptionalLong.empty(), Map.of("taxNumber", "Turku"));
            await().pollInSameThread().atMost(SOON).until(() -> "Turku".equals(value(contact, "reachEnd")));
        }
    }

    @Test
    void itComesOutRightWhenBothSidesChangeAtOnce() throws Exception {
        List<String> contacts = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        try (var scope = asAcme()) {
            formula("contact", "reachCity", "account.taxNumber + '/' + lastName", FieldType.TEXT);
            for (int i = 0; i < 3; i++) {
                accounts.add(account("Reach busy " + i, "Start"));
            }
            for (int i = 0; i < 6; i++) {
                contacts.add(contact("Busy" + i, accounts.get(i % 3)));
            }
        }
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int turn = i;
            calls.add(() -> change("account", accounts.get(turn % 3), Map.of("taxNumber", "City" + turn)));
            calls.add(() -> change(
                    "contact",
                    contacts.get(turn % 6),
                    Map.of("account", accounts.get(turn / 6 % 3), "lastName", "Busy" + turn)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int kept = 0;
        try {
            for (Future<Boolean> done : threads.invokeAll(calls)) {
                kept += done.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(kept).isGreaterThan(20);
        try (var scope = asAcme()) {
            for (String contact : contacts) {
                await().pollInSameThread().atMost(SOON).untilAsserted(() -> {
                    String account = records.require("contact", contact).text("account");
                    assertThat(value(contact, "reachCity"))
                            .isEqualTo(records.require("account", account).text("taxNumber") + "/"
                                    + records.require("contact", contact).text("lastName"));
                });
            }
        }
    }

    /** Who comes second may be told so; it is not lost what was kept. */
    private boolean change(String object, String id, Map<String, Object> patch) {
        try (var scope = asAcme()) {
            records.update(object, id, OptionalLong.empty(), patch);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Test
    void importsAndBulkEditsTakeAsManyStatementsForManyRowsAsForFew() throws Exception {
        StatementCounter counter = StatementCounter.on(factory);
        try (var scope = asAcme()) {
            formula("contact", "reachCity", "account.taxNumber", FieldType.TEXT);
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                ids.add(contact("Many" + i, account(many + i, "Rome")));
            }
            assertThat(imported(counter, 30)).isEqualTo(imported(counter, 3));
            assertThat(edited(counter, ids)).isEqualTo(edited(counter, ids.subList(0, 3)));
        } finally {
            counter.remove();
        }
    }

    private int imported(StatementCounter counter, int count) throws Exception {
        List<RowInput> input = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> row = Map.of("lastName", "Row" + i, "account", new LookUp("name", many + i));
            input.add(new RowInput(Optional.empty(), row, Map.of()));
        }
        return counted(counter, () -> {
            rows.apply(
                            RecordId.next(),
                            objects.require("contact"),
                            input,
                            new DuplicateRule(DuplicateRule.Mode.CREATE, null),
                            true)
                    .forEach(outcome -> assertThat(outcome.errors()).isEmpty());
        });
    }

    /** Nothing but what is there already: what is read is counted. */
    private int edited(StatementCounter counter, List<String> ids) throws Exception {
        BulkEdit edit = new BulkEdit(BulkEdit.Action.UPDATE, Map.of("doNotCall", false), List.of(), List.of());
        return counted(
                counter,
                () -> edits.apply(RecordId.next(), objects.require("contact"), ids, edit)
                        .forEach(outcome -> assertThat(outcome.errors()).isEmpty()));
    }

    private int counted(StatementCounter counter, Runnable work) throws Exception {
        int fewest = Integer.MAX_VALUE;
        for (int call = 0; call < 4; call++) {
            transaction.begin();
            try {
                counter.reset();
                work.run();
                fewest = Math.min(fewest, counter.reset());
            } finally {
                transaction.rollback();
            }
        }
        return fewest;
    }

    @Test
    void circlesAcrossObjectsAreRefusedAndWhatIsReadStays() {
        try (var scope = asAcme()) {
            String size = plain("account", "reachSize", FieldType.DECIMAL);
            formula("contact", "reachShare", "account.custom.reachSize / 2", FieldType.DECIMAL);
            assertThatThrownBy(() -> definitions.remove(size))
                    .isInstanceOfSatisfying(
                            FieldInUse.class,
                            used -> assertThat(used.uses())
                                    .extracting(use -> use.name())
                                    .containsExactly("Contact: Label reachShare"));
            assertThatThrownBy(() -> add("account", "reachSelf", "parent.custom.reachSelf + '!'", FieldType.TEXT))
                    .isInstanceOfSatisfying(
                            InvalidRecord.class,
                            wrong -> assertThat(wrong.errors())
                                    .extracting(error -> error.pointer() + " " + error.code())
                                    .containsExactly("/formula custom.circle"));
            assertThatThrownBy(() -> add("contact", "reachBad", "account.nothing", FieldType.TEXT))
                    .isInstanceOfSatisfying(
                            InvalidRecord.class,
                            wrong -> assertThat(wrong.errors())
                                    .extracting(error -> error.pointer())
                                    .containsExactly("/formula"));
        }
    }

    private CallContext.Scope asAcme() {
        return CallContext.enter(Caller.system(ACME, "0"));
    }

    private Object value(String contact, String field) {
        return records.require("contact", contact).value("custom." + field);
    }

    private String account(String name, String city) {
        return records.create("account", Map.of("name", name, "taxNumber", city))
                .id();
    }

    private String contact(String name, String account) {
        return records.create("contact", Map.of("lastName", name, "account", account, "doNotCall", false))
                .id();
    }

    private void formula(String object, String name, String source, FieldType type) {
        made.add(add(object, name, source, type));
    }

    private String plain(String object, String name, FieldType type) {
        String id = add(object, name, null, type);
        made.add(id);
        return id;
    }

    private String add(String object, String name, String source, FieldType type) {
        return definitions.add(new FieldDefinition(
                object,
                name,
                type,
                Map.of("en", "Label " + name),
                Map.of(),
                List.of(),
                null,
                null,
                0,
                false,
                false,
                false,
                null,
                source == null ? null : new Computation.Formula(source)));
    }
}
