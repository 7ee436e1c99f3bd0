package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.infra.command.Commands;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.AuditCheck;
import io.guanxi.infra.system.support.Database;
import io.guanxi.infra.system.support.Launched;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever changes what the audit says beneath the product is found out. */
@SystemTest
class AuditSealsIT {

    private static final int GLOBEX = 1002;
    private static final String LAST = "SELECT MAX(seal_no) FROM audit_seal WHERE tenant_id = " + GLOBEX;

    private final RunningSystem system;
    private final Api owner;
    private final Database database;
    private final AuditCheck check;
    private String account;

    AuditSealsIT(RunningSystem system) {
        this.system = system;
        owner = system.person("owner@globex.example");
        database = system.database();
        check = new AuditCheck(system, "globex");
    }

    @BeforeEach
    void doSomething() {
        account = owner.post("accounts", Map.of("name", "Sealed " + Samples.word()))
                .expect(201)
                .id();
        owner.post("views", Map.of("object", "accounts", "name", Samples.word(), "shared", false))
                .expect(201);
        check.awaitSealed();
    }

    private long newest(String table) {
        return database.number("SELECT MAX(id) FROM " + table + " WHERE tenant_id = " + GLOBEX);
    }

    private void broken(String change, String undo, String... words) {
        assertThat(database.change(change)).as(change).isEqualTo(1);
        try {
            Launched said = check.verify();
            assertThat(said.status()).as(said.text()).isEqualTo(1);
            assertThat(said.text()).contains("globex: BROKEN").contains(words);
        } finally {
            assertThat(database.change(undo)).as(undo).isEqualTo(1);
        }
        assertThat(check.verify().status()).isZero();
    }

    @Test
    void aChangedEntryIsFound() {
        for (String table : List.of("record_change", "audit_entry")) {
            long id = newest(table);
            String set = "UPDATE " + table + " SET made_by_name = ";
            String where = " WHERE tenant_id = " + GLOBEX + " AND id = " + id;
            broken(
                    set + "CONCAT(made_by_name, '!')" + where,
                    set + "LEFT(made_by_name, CHAR_LENGTH(made_by_name) - 1)" + where,
                    "says something else",
                    table + ", id " + id);
        }
    }

    @Test
    void aRemovedEntryIsFound() {
        for (String table : List.of("record_change", "audit_entry")) {
            long id = newest(table);
            String where = " WHERE tenant_id = " + GLOBEX + " AND id = ";
            broken(
                    "UPDATE " + table + " SET id = id + 1" + where + id,
                    "UPDATE " + table + " SET id = id - 1" + where + (id + 1),
                    "is gone",
                    table + ", id " + id);
        }
    }

    @Test
    void anInsertedEntryIsFound() {
        long lastYear = newest("audit_entry") - (365L * 24 * 60 * 60 * 1_000 << 22);
        broken(
                "INSERT INTO audit_entry (tenant_id, id, area, action, subject, title, made_at, made_by, made_by_name,"
                        + " made_by_kind, channel, trace_id) VALUES (" + GLOBEX + ", " + lastYear
                        + ", 'PEOPLE', 'CHANGED', 'x', 'x', NOW(), 1, 'x', 'PERSON', 'PAGE', 'x')",
                "DELETE FROM audit_entry WHERE tenant_id = " + GLOBEX + " AND id = " + lastYear,
                "was put among",
                "audit_entry, id " + lastYear);
    }

    @Test
    void aSealThatIsChangedTakenAwayOrForgedIsFound() {
        long last = database.number(LAST);
        String of = " WHERE tenant_id = " + GLOBEX + " AND seal_no = ";
        broken(
                "UPDATE audit_seal SET entries = entries + 1" + of + last,
                "UPDATE audit_seal SET entries = entries - 1" + of + last,
                "the seal says something else",
                "seal " + last);
        broken(
                "UPDATE audit_seal SET seal_no = -1" + of + (last - 1),
                "UPDATE audit_seal SET seal_no = " + (last - 1) + of + "-1",
                "missing");
        broken(
                "UPDATE audit_seal SET signature = REVERSE(signature)" + of + last,
                "UPDATE audit_seal SET signature = REVERSE(signature)" + of + last,
                "not made with the key");
    }

    /** A transaction that ends after its neighbours were sealed, as a long chunk of an import does. */
    @Test
    void anEntryThatIsCommittedLateIsSealedAllTheSame() throws SQLException {
        long id = newest("record_change") + 1;
        long late = lateSeals();
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            connection.setAutoCommit(false);
            run(
                    connection,
                    "INSERT INTO record_change (tenant_id, id, object, record_id, action, made_at, made_by, made_by_name,"
                            + " made_by_kind, trace_id) VALUES (" + GLOBEX + ", " + id
                            + ", 'account', 1, 'UPDATED', NOW(), 1, 'x', 'PERSON', 'x')");
            run(
                    connection,
                    "INSERT INTO record_event (tenant_id, object, record_id, kind, made_at) VALUES (" + GLOBEX
                            + ", 'nothing', 1, 'UPDATED', UTC_TIMESTAMP(6))");
            long last = database.number(LAST);
            owner.patch("accounts/" + account, Map.of("description", "Riga")).expect(200);
            await().atMost(Duration.ofSeconds(40)).until(() -> database.number(LAST) > last);
            assertThat(lateSeals()).isEqualTo(late);
            connection.commit();
        }
        await().atMost(Duration.ofSeconds(40)).until(() -> lateSeals() == late + 1);
        check.awaitSealed();
    }

    private long lateSeals() {
        return database.number("SELECT COUNT(*) FROM audit_seal WHERE late AND tenant_id = " + GLOBEX);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    @Test
    void historyThatGoesWithItsObjectBreaksNothing() {
        String path = Samples.word();
        owner.post("admin/objects", Map.of("name", path, "path", path, "labels", Map.of("en", "Permit")))
                .expect(201);
        owner.post(path, Map.of("name", "One")).expect(201);
        check.awaitSealed();
        String job = owner.delete("admin/objects/" + path)
                .expect(202)
                .header("Location")
                .replace("/api/v1/", "");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> owner.get(job).json().path("status").asText().equals("succeeded"));
        assertThat(database.number("SELECT COUNT(*) FROM record_change WHERE object = '" + path + "'"))
                .isZero();
        check.awaitSealed();
        assertThat(owner.get("admin/audit?kind=audit&q=" + path)
                        .expect(200)
                        .json()
                        .at("/items/0/action")
                        .asText())
                .isEqualTo("erased");
    }

    /** Seals made to look as if they were old go the way of old ones: that is done once a day, and here now. */
    @Test
    void entriesGoWhenThePlansTimeForThemIsOverAndTheRestIsWhole() throws IOException, InterruptedException {
        String slug = Samples.word();
        int made = Commands.find("tenant")
                .orElseThrow()
                .run(
                        system.settings(),
                        List.of("create", "--name", slug, "--slug", slug, "--owner", slug + "@old.example"));
        assertThat(made).isZero();
        AuditCheck old = new AuditCheck(system, slug);
        await().atMost(Duration.ofMinutes(1)).until(() -> number("SELECT COUNT(*) FROM audit_seal", slug) > 0);
        add(slug);
        await().atMost(Duration.ofMinutes(1)).until(() -> number("SELECT COUNT(*) FROM audit_seal", slug) > 1);
        old.awaitSealed();
        String first = database.column(
                        "SELECT seal_hash FROM audit_seal WHERE tenant_id = (SELECT id FROM tenant WHERE slug = ?)"
                                + " ORDER BY seal_no LIMIT 1",
                        slug)
                .get(0);
        long oldest = number("SELECT MIN(id) FROM audit_entry", slug);
        of("UPDATE audit_seal SET sealed_at = sealed_at - INTERVAL 20 YEAR WHERE seal_no = 1", slug);
        of("DELETE FROM audit_retention_due", slug);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> database.number("SELECT COUNT(*) FROM audit_seal WHERE seal_hash = ?", first) == 0);
        old.awaitSealed();
        assertThat(number("SELECT MIN(id) FROM audit_entry", slug)).isGreaterThan(oldest);
        assertThat(number("SELECT COUNT(*) FROM audit_entry WHERE action = 'EXPIRED'", slug))
                .isEqualTo(1);
    }

    /** Something done, as the product would tell of it. */
    private void add(String slug) {
        String tenant =
                database.column("SELECT id FROM tenant WHERE slug = ?", slug).get(0);
        database.change(
                "INSERT INTO audit_entry (tenant_id, id, area, action, subject, title, made_at, made_by, made_by_name,"
                        + " made_by_kind, channel, trace_id) SELECT tenant_id, MAX(id) + 1, 'PEOPLE', 'CHANGED', 'x', 'x',"
                        + " UTC_TIMESTAMP(6), 1, 'x', 'PERSON', 'PAGE', 'x' FROM audit_entry WHERE tenant_id = "
                        + tenant);
        database.change("INSERT INTO record_event (tenant_id, object, record_id, kind, made_at) VALUES (" + tenant
                + ", 'nothing', 1, 'UPDATED', UTC_TIMESTAMP(6))");
    }

    private long number(String select, String slug) {
        return database.number(
                select + (select.contains("WHERE") ? " AND" : " WHERE")
                        + " tenant_id = (SELECT id FROM tenant WHERE slug = ?)",
                slug);
    }

    private void of(String change, String slug) {
        database.change(
                change + (change.contains("WHERE") ? " AND" : " WHERE")
                        + " tenant_id = (SELECT id FROM tenant WHERE slug = ?)",
                slug);
    }
}
