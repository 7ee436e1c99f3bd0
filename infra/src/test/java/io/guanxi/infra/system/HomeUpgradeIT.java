package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.stack.Ports;
import io.guanxi.infra.stack.Stack;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.AuditCheck;
import io.guanxi.infra.system.support.Database;
import io.guanxi.infra.system.support.OlderSchema;
import io.guanxi.infra.system.support.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A home of an earlier version, filled, that a newer program is started on. It is started twice, which takes minutes. */
@EnabledIfSystemProperty(named = "guanxi.test.long", matches = "true")
class HomeUpgradeIT {

    /** What came with tenants' administration; before it there were accounts, orders, documents, fields and objects. */
    private static final Set<String> LATER =
            Set.of("90", "100", "101", "102", "110", "111", "115", "1020", "1021", "1090", "3010");

    /** Id 1 as it stands outside. */
    private static final String RECORD = "0000000000001";

    @TempDir
    private Path folder;

    @Test
    void aHomeFromBeforeRolesAndAuditIsBroughtUpToDateWithWhatIsInIt() throws IOException {
        try (Stack stack = Stack.start(settings(), System.out::println)) {
            RunningSystem system = RunningSystem.of(stack);
            Database database = system.database();
            long versions = database.number("SELECT COUNT(*) FROM flyway_schema_history");
            new OlderSchema(database, LATER).make();
            assertThat(database.number("SELECT COUNT(*) FROM flyway_schema_history"))
                    .isEqualTo(versions - LATER.size());
            fill(database);
            stack.restart("payara");
            assertThat(database.number("SELECT COUNT(*) FROM flyway_schema_history WHERE success = TRUE"))
                    .isEqualTo(versions);
            Api owner = system.person("owner@acme.example");
            assertThat(owner.get("accounts?q=Older")
                            .expect(200)
                            .json()
                            .at("/items/0/name")
                            .asText())
                    .isEqualTo("Older Ltd");
            assertThat(owner.get("accounts/" + RECORD + "/history")
                            .expect(200)
                            .json()
                            .path("items"))
                    .hasSize(1);
            owner.patch("accounts/" + RECORD, Map.of("description", "newer")).expect(200);
            assertThat(owner.get("admin/roles").expect(200).json().path("items"))
                    .isNotEmpty();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(owner.get("accounts/" + RECORD)
                                    .json()
                                    .path("completeness")
                                    .isMissingNode())
                            .isFalse());
            new AuditCheck(system, "acme").awaitSealed();
        }
    }

    private static void fill(Database database) {
        for (String statement : List.of(
                "INSERT INTO tenant (id, slug, name, locale, zone, country, currency, status, created_at)"
                        + " VALUES (1001, 'acme', 'Acme Trading', 'en', 'UTC', 'DE', 'USD', 'ACTIVE', NOW())",
                "INSERT INTO subscription (tenant_id, id, version, plan, status, created_at)"
                        + " VALUES (1001, 1, 1, 'business', 'ACTIVE', NOW())",
                "INSERT INTO member (tenant_id, id, version, email, name, role, status, created_at)"
                        + " VALUES (1001, 1, 1, 'owner@acme.example', 'Olga Owner', 'OWNER', 'INVITED', NOW())",
                "INSERT INTO account (tenant_id, id, version, created_at, updated_at, sort_key, name, owner_id)"
                        + " VALUES (1001, 1, 1, NOW(), NOW(), 'older', 'Older Ltd', 1)",
                "INSERT INTO record_change (tenant_id, id, object, record_id, action, made_at, made_by, made_by_name,"
                        + " made_by_kind, trace_id) VALUES (1001, 1, 'account', 1, 'CREATED', NOW(), 1, 'Olga Owner', 'PERSON', '0')")) {
            database.change(statement);
        }
    }

    private Settings settings() throws IOException {
        Map<String, String> environment = new TreeMap<>();
        environment.put(Setting.HOME.variable(), folder.resolve("home").toString());
        environment.put(Setting.DEMO.variable(), "true");
        for (Setting port : List.of(
                Setting.HTTP_PORT, Setting.KEYCLOAK_PORT, Setting.DB_PORT, Setting.SMTP_PORT, Setting.IMAP_PORT)) {
            environment.put(port.variable(), Integer.toString(Ports.free()));
        }
        return Settings.of(environment);
    }
}
