package io.guanxi.infra.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The application on Payara Micro. */
final class PayaraPart implements Part {

    /** The check of the application itself: Payara reports UP without any check when a deployment failed. */
    private static final String READINESS_CHECK = "guanxi";

    /** What the server tells of itself when it is done and its deployment has failed, as text or inside a JSON text. */
    private static final Pattern NOTHING_DEPLOYED = Pattern.compile("Deployed\\\\?\": \\[(?:\\s|\\\\n)*]");

    private static final String HTTP_LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.";
    private static final String HTTP_PROTOCOL =
            "configs.config.server-config.network-config.protocols.protocol.http-listener.http.";
    private static final String HTTP_THREADS =
            "configs.config.server-config.thread-pools.thread-pool.http-thread-pool.";

    private static final String COMPRESSED = String.join(
            ",",
            "text/html",
            "text/css",
            "text/xml",
            "text/csv",
            "text/plain",
            "text/javascript",
            "application/javascript",
            "application/json",
            "application/problem+json",
            "image/svg+xml");

    /** Tells the application which program it is, no setting of the operator's. */
    private static final String PROGRAM_DIGEST = "GUANXI_PROGRAM_DIGEST";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final Home home;
    private final Distribution distribution;
    private final Map<String, String> environment;
    private String programDigest;

    PayaraPart(Settings settings, Home home, Distribution distribution, Map<String, String> environment) {
        this.settings = settings;
        this.home = home;
        this.distribution = distribution;
        this.environment = environment;
    }

    @Override
    public String name() {
        return "payara";
    }

    @Override
    public Map<Setting, Integer> ports() {
        return Map.of(Setting.HTTP_PORT, settings.port(Setting.HTTP_PORT));
    }

    @Override
    public void prepare(Workbench bench) throws IOException {
        // What a killed server leaves there can keep the next one from deploying.
        Programs.delete(rootFolder());
        Files.createDirectories(folder());
        Files.write(serverCommands(), serverSettings());
        try (InputStream properties = getClass().getResourceAsStream("payara-logging.properties")) {
            Files.copy(properties, logProperties(), StandardCopyOption.REPLACE_EXISTING);
        }
        ProofOfIsolation.place(distribution, home);
        programDigest = Digests.sha256(distribution.war());
    }

    private List<String> serverSettings() {
        return List.of(
                "set " + HTTP_LISTENER + "address=" + settings.get(Setting.BIND),
                "set " + HTTP_PROTOCOL + "compression=on",
                "set " + HTTP_PROTOCOL + "compression-min-size-bytes=1024",
                "set " + HTTP_PROTOCOL + "compressable-mime-type=" + COMPRESSED,
                "set " + HTTP_PROTOCOL + "trace-enabled=false",
                "set " + HTTP_PROTOCOL + "server-header=false",
                // Tokens and cookies of people in many organizations are long.
                "set " + HTTP_PROTOCOL + "header-buffer-length-bytes=32768",
                "set " + HTTP_PROTOCOL + "timeout-seconds=60",
                "set " + HTTP_PROTOCOL + "max-connections=1000",
                "set " + HTTP_THREADS + "min-thread-pool-size=8",
                // Twice the connections of the database pool: who waits for one does not keep others from a plain page.
                "set " + HTTP_THREADS + "max-thread-pool-size=64");
    }

    @Override
    public ProcessBuilder process() {
        List<String> command = List.of(
                Distribution.java(),
                "-Xmx" + settings.get(Setting.HEAP),
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=UTC",
                "-jar",
                distribution.payara().toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--rootdir",
                rootFolder().toString(),
                "--logproperties",
                logProperties().toString(),
                "--prebootcommandfile",
                serverCommands().toString(),
                "--port",
                settings.get(Setting.HTTP_PORT),
                "--contextroot",
                "/",
                "--deploy",
                distribution.war().toString());
        ProcessBuilder process = Children.of(command);
        process.environment().putAll(environment);
        process.environment().put(PROGRAM_DIGEST, programDigest);
        return process;
    }

    @Override
    public boolean ready() {
        return Web.get(URI.create(settings.localUrl() + "/health/ready"))
                .filter(PayaraPart::isUpWithOwnCheck)
                .isPresent();
    }

    @Override
    public boolean hopeless(String log) {
        return NOTHING_DEPLOYED.matcher(log).find();
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }

    private static boolean isUpWithOwnCheck(String health) {
        try {
            JsonNode answer = JSON.readTree(health);
            return "UP".equals(answer.path("status").asText())
                    && answer.path("checks").findValuesAsText("name").contains(READINESS_CHECK);
        } catch (JsonProcessingException notHealth) {
            return false;
        }
    }

    private Path folder() {
        return home.folder().resolve("payara");
    }

    private Path rootFolder() {
        return folder().resolve("root");
    }

    private Path logProperties() {
        return folder().resolve("logging.properties");
    }

    private Path serverCommands() {
        return folder().resolve("preboot.txt");
    }
}
