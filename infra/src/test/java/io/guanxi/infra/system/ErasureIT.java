package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Form;
import io.guanxi.infra.system.support.KeycloakAdmin;
import io.guanxi.infra.system.support.Mailbox;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Visit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing of an erased company is left anywhere, and nothing of anybody else is touched. */
@SystemTest
class ErasureIT {

    private static final Duration SOON = Duration.ofMinutes(2);

    /** A table that the product has never heard of. */
    private static final String NEW_TABLE = "zz_newcomer";

    private final RunningSystem system;
    private final KeycloakAdmin keycloak;

    ErasureIT(RunningSystem system) {
        this.system = system;
        this.keycloak = new KeycloakAdmin(system);
    }

    @AfterEach
    void forgetTheNewTable() {
        system.database().change("DROP TABLE IF EXISTS " + NEW_TABLE);
    }

    @Test
    void nothingOfAnErasedCompanyIsLeftAndOthersAreUntouchedThoughTheProgramIsKilledMeanwhile() throws Exception {
        Company gone = filled();
        Company other = filled();
        String shared = "both@" + gone.slug() + ".example";
        Newcomers.member(system, gone, shared, "MEMBER");
        keycloak.join(other.name(), keycloak.person(shared, gone.name()));
        String client = client(gone);
        signUp(gone);
        newTable(gone, other);
        manyRows(gone);
        settle();
        Map<String, Long> before = rows(gone);
        assertThat(before)
                .as("the check would find what is left")
                .containsKeys("account", "contact", "document", "record_change", "job", "job_row_error", NEW_TABLE)
                .hasSizeGreaterThan(15);
        assertThat(files(gone)).isPositive();
        assertThat(index(gone)).isPositive();
        Map<String, List<List<String>>> ofOther = everything(other);
        assertThat(ofOther).containsKeys("account", "contact", "document", "record_change", "job", NEW_TABLE);
        List<Path> filesOfOther = paths(other);

        erase(gone);
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> step(gone).equals("ROWS"));
        system.kill9("payara");
        system.awaitServing();
        system.database().change("UPDATE tenant_closing SET leased_until = NULL WHERE tenant_id = ?", gone.id());
        await().atMost(SOON).until(() -> step(gone).isEmpty());

        assertThat(rows(gone)).isEmpty();
        assertThat(system.database().number("SELECT COUNT(*) FROM tenant WHERE id = ?", gone.id()))
                .isZero();
        assertThat(files(gone)).isZero();
        assertThat(index(gone)).isZero();
        // The token of the one before has expired meanwhile.
        KeycloakAdmin afterwards = new KeycloakAdmin(system);
        assertThat(afterwards.organizations(Integer.toString(gone.id()))).isZero();
        assertThat(afterwards.people(gone.email())).isZero();
        assertThat(afterwards.clients(client)).isZero();
        assertThat(system.database().number("SELECT COUNT(*) FROM sign_up WHERE email = ?", gone.email()))
                .isZero();
        assertThat(afterwards.people(shared))
                .as("who is in another company as well")
                .isEqualTo(1);
        assertThat(afterwards.people(other.email())).isEqualTo(1);
        assertThat(everything(other)).isEqualTo(ofOther);
        assertThat(paths(other)).isEqualTo(filesOfOther);
        other.owner().get("accounts?limit=1").expect(200);

        requireCertificate(gone, before);
        requireSlugIsKept(gone);
    }

    private void requireCertificate(Company gone, Map<String, Long> before) throws Exception {
        String content = system.database()
                .column("SELECT content FROM erasure_certificate WHERE tenant_id = ?", gone.id())
                .get(0);
        Map<String, Long> counts = new TreeMap<>();
        JsonNode certificate = new ObjectMapper().readTree(content);
        certificate
                .path("erased")
                .forEach(line -> counts.put(
                        line.path("store").asText() + "." + line.path("name").asText(),
                        line.path("count").asLong()));
        before.forEach((table, count) -> {
            if (!List.of("tenant_closing", "usage_total", "usage_delta").contains(table)) {
                assertThat(counts.getOrDefault("database." + table, 0L))
                        .as(table)
                        .isGreaterThanOrEqualTo(count);
            }
        });
        assertThat(counts)
                .containsEntry("keycloak.organizations", 1L)
                .containsEntry("keycloak.clients", 1L)
                .containsEntry("keycloak.users", 1L)
                .containsKeys("files.files", "search.files");
        assertThat(content)
                .as("no personal data")
                .doesNotContain(gone.email())
                .doesNotContain("Olga")
                .doesNotContain(gone.name());
        Mailbox box = new Mailbox(system, gone.email());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(box.read()).anySatisfy(mail -> {
                    assertThat(mail.subject()).isEqualTo(gone.name() + " has been erased");
                    assertThat(mail.text()).contains(sha256(content));
                }));
        assertThat(system.database().number("SELECT COUNT(*) FROM tenant_closing WHERE tenant_id = ?", gone.id()))
                .isZero();

        Visit operator = system.logIn("operator@guanxi.example");
        String list = operator.get("/operator/erased").expect(200).text();
        assertThat(list).contains(gone.slug(), "Intact");
        String id = certificate.path("certificate").asText();
        JsonNode file =
                operator.get("/operator/certificate?id=" + id).expect(200).json();
        assertThat(file.path("content").asText()).isEqualTo(content);
        assertThat(file.path("genuine").asBoolean()).isTrue();
        system.database()
                .change(
                        "UPDATE erasure_certificate SET content = REPLACE(content, 'account', 'accounT') WHERE tenant_id = ?",
                        gone.id());
        assertThat(operator.get("/operator/certificate?id=" + id)
                        .expect(200)
                        .json()
                        .path("genuine")
                        .asBoolean())
                .as("a certificate that was changed")
                .isFalse();
    }

    private void requireSlugIsKept(Company gone) {
        Visit operator = system.logIn("operator@guanxi.example");
        assertThat(operator.get("/operator/tenants?q=" + gone.slug())
                        .expect(200)
                        .text())
                .doesNotContain(gone.name());
        Map<String, String> heir =
                Map.of("name", "Heir", "slug", gone.slug(), "ownerEmail", "heir@" + gone.slug() + ".example");
        Answer page = operator.get("/operator/tenants").expect(200);
        assertThat(operator.post("/operator/tenants", Form.of(page, "tenant", heir, "create"))
                        .expect(200)
                        .text())
                .contains("aria-invalid=\"true\"");
        assertThat(system.database().number("SELECT COUNT(*) FROM tenant_provisioning WHERE slug = ?", gone.slug()))
                .isZero();
    }

    /** A company with something in many tables, files and the index. */
    private Company filled() {
        Company company = Newcomers.company(system, "business");
        notTonight(company);
        Api owner = company.owner();
        String word = Samples.word();
        String parent = owner.post("accounts", Map.of("name", word + " parent"))
                .expect(201)
                .id();
        String account = owner.post("accounts", Map.of("name", word, "parent", parent))
                .expect(201)
                .id();
        owner.post("contacts", Map.of("lastName", word, "account", account)).expect(201);
        owner.post("admin/teams", Map.of("name", word)).expect(201);
        owner.request("POST", "jobs?type=import&object=accounts&mode=create")
                .body("text/csv", "name,employees\n" + word + " x,7\n" + word + " y,many\n")
                .send()
                .expect(202);
        String document =
                owner.post("documents", Map.of("name", word)).expect(201).id();
        owner.request("PUT", "documents/" + document + "/content")
                .body(
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.txt\"\r\n\r\nwords\r\n--b--\r\n")
                .send()
                .expect(200);
        owner.get("accounts?q=" + word).expect(200);
        await().atMost(SOON)
                .until(() -> system.database()
                                .number(
                                        "SELECT COUNT(*) FROM job WHERE tenant_id = ? AND status = 'SUCCEEDED'",
                                        company.id())
                        == 1);
        return company;
    }

    private String client(Company company) {
        String client = "partner-" + company.slug();
        keycloak.client(
                client, company.name(), List.of("basic", "roles", "service_account", "guanxi-api", "organization"));
        system.database()
                .change(
                        "INSERT INTO partner_client (tenant_id, id, version, client_id, name, grants, active, created_at)"
                                + " VALUES (?, 7, 1, ?, ?, '', TRUE, NOW())",
                        company.id(),
                        client,
                        client);
        return client;
    }

    /** As if the company had signed itself up. */
    private void signUp(Company company) {
        system.database()
                .change(
                        "INSERT INTO sign_up (id, email, locale, attempts, created_at) VALUES (?, ?, 'en', 0, NOW())",
                        company.id(),
                        company.email());
        system.database()
                .change(
                        "INSERT INTO tenant_provisioning (slug, tenant_id, name, owner_email, locale, zone, country, currency,"
                                + " step, refused, attempted_at, created_at, sign_up_id)"
                                + " VALUES (?, ?, ?, ?, 'en', 'UTC', 'DE', 'EUR', 'READY', FALSE, NOW(), NOW(), ?)",
                        company.slug(),
                        company.id(),
                        company.name(),
                        company.email(),
                        company.id());
    }

    private void newTable(Company gone, Company other) {
        system.database()
                .change("CREATE TABLE " + NEW_TABLE + " (tenant_id INT NOT NULL, id BIGINT NOT NULL, above BIGINT NULL,"
                        + " PRIMARY KEY (tenant_id, id), FOREIGN KEY (tenant_id) REFERENCES tenant (id),"
                        + " FOREIGN KEY (tenant_id, above) REFERENCES " + NEW_TABLE + " (tenant_id, id))");
        for (Company one : List.of(gone, other)) {
            system.database()
                    .change(
                            "INSERT INTO " + NEW_TABLE + " VALUES (?, 1, NULL), (?, 2, 1), (?, 3, 2)",
                            one.id(),
                            one.id(),
                            one.id());
        }
    }

    /** So many that erasing them takes some seconds. */
    private void manyRows(Company company) {
        for (int thousand = 0; thousand < 60; thousand++) {
            String rows = IntStream.range(thousand * 1000, (thousand + 1) * 1000)
                    .mapToObj(key -> "(" + company.id() + ", " + key + ", 1)")
                    .collect(Collectors.joining(", "));
            system.database().change("INSERT INTO match_key (tenant_id, key_hash, record_id) VALUES " + rows);
        }
    }

    private void erase(Company company) {
        company.owner()
                .post("admin/closing", Map.of("name", company.name(), "reason", "Over"))
                .expect(201);
        new Mailbox(system, company.email()).await(1);
        system.database()
                .change(
                        "UPDATE tenant_closing SET erase_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE tenant_id = ?",
                        company.id());
    }

    private String step(Company company) {
        return system.database().column("SELECT step FROM tenant_closing WHERE tenant_id = ?", company.id()).stream()
                .findFirst()
                .orElse("");
    }

    /** Until what follows a write some seconds later has been done. */
    /** What the product does to each new company by itself, at a moment of its own, does not fall between two looks. */
    private void notTonight(Company company) {
        for (String plan : List.of("classification_due", "cleansing_due")) {
            system.database()
                    .change(
                            "INSERT IGNORE INTO " + plan + " (tenant_id, due_at) VALUES (?, NOW() + INTERVAL 1 DAY)",
                            company.id());
        }
    }

    private void settle() {
        await().atMost(SOON)
                .until(() -> system.database()
                                .number(
                                        "SELECT COUNT(*) FROM record_event e WHERE e.position > (SELECT MIN(position) FROM event_handler)")
                        < 5);
    }

    private List<String> tables() {
        return system.database()
                .column("SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t"
                        + " ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
                        + " WHERE c.table_schema = DATABASE() AND c.column_name = 'tenant_id'"
                        + " AND t.table_type = 'BASE TABLE' AND c.table_name <> 'erasure_certificate' ORDER BY 1");
    }

    private Map<String, Long> rows(Company company) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : tables()) {
            long count =
                    system.database().number("SELECT COUNT(*) FROM " + table + " WHERE tenant_id = ?", company.id());
            if (count > 0) {
                rows.put(table, count);
            }
        }
        return rows;
    }

    /** Every row of a company's own tables; what the product counts of its calls comes and goes by itself. */
    private Map<String, List<List<String>>> everything(Company company) {
        Map<String, List<List<String>>> all = new TreeMap<>();
        for (String table : tables()) {
            boolean isCounted = table.startsWith("usage_") || table.startsWith("tenant_") || table.endsWith("_due");
            if (!isCounted && !table.startsWith("audit_") && !table.equals("member")) {
                List<List<String>> rows =
                        system.database().rows("SELECT * FROM " + table + " WHERE tenant_id = ?", company.id()).stream()
                                .sorted(Comparator.comparing(String::valueOf))
                                .toList();
                if (!rows.isEmpty()) {
                    all.put(table, rows);
                }
            }
        }
        return all;
    }

    private long files(Company company) {
        return paths(company).size();
    }

    private List<Path> paths(Company company) {
        return below(system.home().folder().resolve("files").resolve(Integer.toString(company.id())));
    }

    private long index(Company company) {
        return below(system.home().folder().resolve("search")).stream()
                .filter(file -> file.toString().contains("/" + company.id() + "/"))
                .count();
    }

    private static List<Path> below(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
