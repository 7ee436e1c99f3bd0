package io.guanxi.infra.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.infra.identity.RealmMail;
import io.guanxi.infra.identity.RealmTemplate;
import io.guanxi.infra.identity.RealmUpdate;
import io.guanxi.infra.settings.Secrets;
import io.guanxi.infra.settings.Secrets.Secret;
import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The embedded Keycloak with its own file store. The published program is unpacked and built once; what belongs to this
 * installation (data, realm, theme) stands in a folder of its own that links to the program.
 */
final class KeycloakPart implements Part {

    private static final List<String> BUILD = List.of("build", "--db=dev-file", "--health-enabled=false");

    private final Settings settings;
    private final Secrets secrets;
    private final Path program;
    private final Path folder;
    private final Path zip;

    KeycloakPart(Settings settings, Secrets secrets, Home home, Distribution distribution) {
        this.settings = settings;
        this.secrets = secrets;
        this.zip = distribution.keycloakZip();
        this.program = home.programs().resolve(zip.getFileName().toString().replace(".zip", ""));
        this.folder = home.folder().resolve("keycloak");
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Map<Setting, Integer> ports() {
        return Map.of(Setting.KEYCLOAK_PORT, settings.port(Setting.KEYCLOAK_PORT));
    }

    @Override
    public void prepare(Workbench bench) throws IOException {
        Programs.once(program, unfinished -> {
            bench.say(Text.of("keycloak.building"));
            Programs.unpack(zip, unfinished);
            bench.run(name(), java(unfinished, BUILD));
        });
        Path data = Files.createDirectories(folder.resolve("data/import"));
        for (String part : List.of("lib", "providers", "conf")) {
            Path link = folder.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, program.resolve(part));
        }
        Theme.copyTo(folder.resolve("themes"));
        Secrets.writePrivately(data.resolve("guanxi-realm.json"), realm().toString());
    }

    @Override
    public ProcessBuilder process() {
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.get(Setting.KEYCLOAK_PORT),
                "--hostname=" + settings.keycloakUrl(),
                "--hostname-backchannel-dynamic=false",
                "--cache=local"));
        if (settings.isGiven(Setting.KEYCLOAK_URL)) {
            arguments.add("--proxy-headers=xforwarded");
        }
        ProcessBuilder process = java(folder, arguments);
        process.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        process.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get(Secret.KEYCLOAK_ADMIN_PASSWORD));
        return process;
    }

    @Override
    public boolean ready() {
        return Web.answersOk(URI.create(localUrl() + "/realms/guanxi/.well-known/openid-configuration"));
    }

    @Override
    public void finish() throws IOException {
        Files.deleteIfExists(folder.resolve("data/import/guanxi-realm.json"));
        ObjectNode realm = realm();
        String present = Digests.sha256(realm.toString());
        Path mark = folder.resolve("realm.sha256");
        if (Files.exists(mark) && !Files.readString(mark).equals(present)) {
            update(realm);
        }
        Files.writeString(mark, present);
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }

    private void update(ObjectNode realm) throws IOException {
        try {
            new RealmUpdate(localUrl(), secrets.get(Secret.KEYCLOAK_ADMIN_PASSWORD)).apply(realm);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PartFailed(interrupted, "part.interrupted", name());
        }
    }

    private String localUrl() {
        return "http://127.0.0.1:" + settings.get(Setting.KEYCLOAK_PORT);
    }

    private ObjectNode realm() throws IOException {
        ObjectNode realm = RealmTemplate.load(settings.demo())
                .filled(Map.of(
                        "publicUrl", settings.publicUrl(),
                        "signup", settings.get(Setting.SIGNUP),
                        "webClientSecret", secrets.get(Secret.WEB_CLIENT_SECRET),
                        "adminClientSecret", secrets.get(Secret.ADMIN_CLIENT_SECRET)));
        realm.set("smtpServer", RealmMail.of(mailServer(), settings.get(Setting.MAIL_FROM)));
        return realm;
    }

    private URI mailServer() {
        return URI.create(
                settings.isGiven(Setting.SMTP_URL)
                        ? settings.get(Setting.SMTP_URL)
                        : "smtp://127.0.0.1:" + settings.get(Setting.SMTP_PORT));
    }

    /** As kc.sh starts it, without the shell in between that would not pass a signal on. */
    private static ProcessBuilder java(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Distribution.java(),
                "-Xms64m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return Children.of(command);
    }
}
