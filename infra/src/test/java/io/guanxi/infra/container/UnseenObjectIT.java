package io.guanxi.infra.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.infra.container.unseen.Lighthouse;
import io.guanxi.infra.container.unseen.Lighthouses;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.imports.ImportOptions;
import io.guanxi.kernel.imports.ImportPreview;
import io.guanxi.kernel.imports.ImportTarget;
import io.guanxi.kernel.imports.ImportTargets;
import io.guanxi.kernel.imports.RowTranslator;
import io.guanxi.kernel.imports.TranslatedRow;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.object.RelatedList;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.RsqlFilters;
import io.guanxi.kernel.query.SortKey;
import io.guanxi.kernel.record.DuplicateRule;
import io.guanxi.kernel.record.HistoryEntry;
import io.guanxi.kernel.record.RecordHistory;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.record.RowImport;
import io.guanxi.kernel.record.RowInput;
import io.guanxi.kernel.record.RowOutcome;
import io.guanxi.kernel.tabular.FileHints;
import io.guanxi.kernel.tabular.FileLimits;
import io.guanxi.kernel.tabular.FileSource;
import io.guanxi.kernel.tabular.RowCursor;
import io.guanxi.kernel.tabular.TabularFile;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An entity, a descriptor, a migration and messages in one package are an object with everything objects have. */
@ExtendWith({UnseenSchema.class, ContainerNode.class, ArquillianExtension.class})
class UnseenObjectIT {

    private static final int ACME = 1001;
    private static final int GLOBEX = 1002;
    private static final String PACKAGE = "io/guanxi/infra/container/unseen/";

    @Inject
    private ObjectRegistry objects;

    @Inject
    private RecordService records;

    @Inject
    private RecordHistory history;

    @Inject
    private RowImport rowImport;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static WebArchive kernel() {
        return KernelArchive.withPackage(
                jar -> jar.addClasses(Lighthouse.class, Lighthouses.class)
                        .addAsResource(PACKAGE + "messages.properties")
                        .addAsResource(PACKAGE + "messages_zh_CN.properties")
                        .addAsResource(PACKAGE + "lighthouse.sql", "db/migration/V999__lighthouse.sql"),
                UnseenObjectIT.class,
                UnseenSchema.class);
    }

    private static CallContext.Scope as(int tenant) {
        return CallContext.enter(Caller.system(tenant, "0"));
    }

    @Test
    void itIsMadeReadListedFoundChangedAndRemembered() {
        try (var acme = as(ACME)) {
            String account = records.create("account", Map.of("name", "Pilots of the Elbe"))
                    .id();
            RecordView made = records.create(
                    "lighthouse",
                    Map.of(
                            "name", "Roter Sand",
                            "code", "B1288",
                            "height", "52.5",
                            "lit", "1885-11-01",
                            "kind", "tower",
                            "upkeep", Map.of("amount", "1200.00", "currency", "EUR"),
                            "account", account,
                            "tags", List.of("Monument")));
            assertThat(made.labels()).containsEntry("account", "Pilots of the Elbe");
            assertThat(made.value("tags")).isEqualTo(List.of("Monument"));
            assertThat(ids(RecordQuery.all()
                            .filter(RsqlFilters.parse("height=ge=52;tags==monument;account==" + account))
                            .sort(SortKey.parse("-lit,name"))))
                    .containsExactly(made.id());
            assertThat(ids(RecordQuery.all().text("roter"))).containsExactly(made.id());
            records.update("lighthouse", made.id(), OptionalLong.of(made.version()), Map.of("kind", "lightship"));
            List<HistoryEntry> entries =
                    history.of("lighthouse", made.id(), null, 10).entries();
            assertThat(entries).hasSize(2);
            assertThat(entries.get(0).changes())
                    .extracting(HistoryEntry.Change::field)
                    .containsExactly("kind");
            assertThatThrownBy(() -> records.create("lighthouse", Map.of("name", "Copy", "code", "b1288")))
                    .isInstanceOf(InvalidRecord.class);
            assertThat(objects.related(objects.require("account"))).contains(new RelatedList("lighthouse", "account"));
            records.delete("lighthouse", made.id(), OptionalLong.empty());
            assertThat(ids(RecordQuery.all().text("roter"))).isEmpty();
            records.restore("lighthouse", made.id());
        }
    }

    @Test
    void itIsImportedWithLookUpsByTheHeadingsItsLabelsGive() throws Exception {
        try (var acme = as(ACME)) {
            records.create("account", Map.of("name", "Harbour Board"));
            String file = "Lighthouse ID,Name,Code,Height,灯塔类型,Kind,Upkeep,Operator,Tags\n"
                    + "1,Bishop Rock,A0002,49,,Tower,900 GBP,Harbour Board,Granite; Remote\n"
                    + "2,Elbe 1,,12,,Lightship,,,\n"
                    + "3,Nowhere,,1,,,,Nobody at all,\n";
            List<RowOutcome> outcomes = imported(file);
            assertThat(outcomes)
                    .extracting(RowOutcome::kind)
                    .containsExactly(RowOutcome.Kind.CREATED, RowOutcome.Kind.CREATED, RowOutcome.Kind.FAILED);
            assertThat(outcomes.get(2).errors())
                    .extracting(error -> error.pointer() + " " + error.code())
                    .containsExactly("/account lookup.unknown");
            RecordView light = records.list(
                            "lighthouse",
                            RecordQuery.all()
                                    .filter(RsqlFilters.parse("tags=in=(granite,remote)"))
                                    .withLabels())
                    .items()
                    .get(0);
            assertThat(light.labels()).containsEntry("account", "Harbour Board");
            assertThat(light.value("upkeep")).isEqualTo(Map.of("amount", "900.00", "currency", "GBP"));
        }
    }

    /** What the job does, without the queue: the product that runs beside knows nothing of lighthouses. */
    private List<RowOutcome> imported(String text) throws Exception {
        List<ImportTarget> targets =
                ImportTargets.of(objects.require("lighthouse"), objects::require, java.util.Locale.ENGLISH);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        FileSource source = new FileSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
        List<RowInput> inputs = new ArrayList<>();
        try (TabularFile file = TabularFile.open(
                        source, FileHints.none(), FileLimits.STANDARD, Files.createTempDirectory("unseen"));
                RowCursor rows = file.rows()) {
            RowTranslator translator = new RowTranslator(
                    file, ImportPreview.of(file, targets, List.of()).suggested(), targets, ImportOptions.standard());
            while (rows.hasNext()) {
                TranslatedRow row = translator.translate(rows.next());
                assertThat(row.faults()).isEmpty();
                inputs.add(new RowInput(row.externalId(), row.record(), row.companions()));
            }
        }
        transaction.begin();
        List<RowOutcome> outcomes = rowImport.apply(
                io.guanxi.kernel.id.RecordId.next(),
                objects.require("lighthouse"),
                inputs,
                new DuplicateRule(DuplicateRule.Mode.UPSERT, "externalId"),
                false);
        transaction.commit();
        return outcomes;
    }

    @Test
    void anotherTenantHasNoneOfIt() {
        String id;
        try (var acme = as(ACME)) {
            id = records.create("lighthouse", Map.of("name", "Kept apart")).id();
        }
        try (var globex = as(GLOBEX)) {
            assertThatThrownBy(() -> records.require("lighthouse", id)).isInstanceOf(RecordNotFound.class);
            assertThatThrownBy(() -> records.update("lighthouse", id, OptionalLong.empty(), Map.of("name", "x")))
                    .isInstanceOf(RecordNotFound.class);
            assertThatThrownBy(() -> history.of("lighthouse", id, null, 10)).isInstanceOf(RecordNotFound.class);
            assertThat(ids(RecordQuery.all().text("kept"))).isEmpty();
        }
    }

    private List<String> ids(RecordQuery query) {
        return records.list("lighthouse", query).items().stream()
                .map(RecordView::id)
                .toList();
    }
}
