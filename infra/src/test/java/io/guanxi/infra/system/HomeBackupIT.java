package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.stack.Ports;
import io.guanxi.infra.stack.Stack;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.AuditCheck;
import io.guanxi.infra.system.support.Launched;
import io.guanxi.infra.system.support.RunningSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A whole installation from its backup, with its people, keys and files. It is started twice, which takes minutes. */
@EnabledIfSystemProperty(named = "guanxi.test.long", matches = "true")
class HomeBackupIT {

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new TreeMap<>();

    private Settings settings(String home) throws IOException {
        environment.put(Setting.HOME.variable(), folder.resolve(home).toString());
        environment.put(Setting.DEMO.variable(), "true");
        for (Setting port : List.of(
                Setting.HTTP_PORT, Setting.KEYCLOAK_PORT, Setting.DB_PORT, Setting.SMTP_PORT, Setting.IMAP_PORT)) {
            if (!environment.containsKey(port.variable())) {
                environment.put(port.variable(), Integer.toString(Ports.free()));
            }
        }
        return Settings.of(environment);
    }

    @Test
    void anInstallationComesBackInAFreshHome() throws IOException {
        Settings first = settings("first");
        Path file = folder.resolve("all.zip");
        String account;
        String document;
        try (Stack stack = Stack.start(first, System.out::println)) {
            Api owner = RunningSystem.of(stack).person("owner@acme.example");
            account = owner.post("accounts", Map.of("name", "Backed up"))
                    .expect(201)
                    .id();
            document = owner.post("documents", Map.of("name", "Zq.txt"))
                    .expect(201)
                    .id();
            owner.request("PUT", "documents/" + document + "/content?fileName=zq.txt")
                    .body("application/octet-stream", "kept".getBytes(StandardCharsets.UTF_8))
                    .send()
                    .expect(200);
            Launched refused = Launched.run(first, "backup", file.toString());
            assertThat(refused.status()).isEqualTo(1);
            assertThat(file).doesNotExist();
        }
        assertThat(Launched.run(first, "backup", file.toString()).status()).isZero();
        Settings second = settings("second");
        assertThat(Launched.run(second, "restore", file.toString()).status()).isZero();
        try (Stack stack = Stack.start(second, System.out::println)) {
            RunningSystem system = RunningSystem.of(stack);
            Api owner = system.person("owner@acme.example");
            owner.get("accounts/" + account).expect(200);
            assertThat(owner.get("documents/" + document + "/content")
                            .expect(200)
                            .text())
                    .isEqualTo("kept");
            assertThat(owner.get("accounts?q=Backed").expect(200).json().path("items"))
                    .hasSize(1);
            new AuditCheck(system, "acme").awaitSealed();
        }
    }
}
