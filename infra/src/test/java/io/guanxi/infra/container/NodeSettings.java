package io.guanxi.infra.container;

import io.guanxi.infra.stack.ApplicationEnvironment;
import io.guanxi.infra.system.support.RunningSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Where the server for container tests is, and which database it works on. */
final class NodeSettings {

    private NodeSettings() {}

    /** Leaves system properties that {@code arquillian.xml} refers to. */
    static void prepare(ExtensionContext context) {
        RunningSystem system = io.guanxi.infra.system.support.WholeSystem.of(context);
        Map<String, String> environment = ApplicationEnvironment.of(system.settings(), system.secrets(), system.home());
        Path target = RunningSystem.target();
        System.setProperty(
                "guanxi.container.settings", write(environment, target).toString());
        moveAway(target.resolve("container-test"));
        System.setProperty(
                "guanxi.container.jar", target.resolve("dist/payara-micro.jar").toString());
        System.setProperty(
                "guanxi.container.root", target.resolve("container-test").toString());
    }

    /**
     * A server that finds what it deployed before runs that instead. The one of the test before may still be ending and
     * writing there: its folder goes out of the way as it is.
     */
    private static void moveAway(Path folder) {
        if (Files.exists(folder)) {
            try {
                Files.move(folder, folder.resolveSibling(folder.getFileName() + "-ended-" + System.nanoTime()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A file rather than options: the settings have passwords, which no list of processes should show. */
    private static Path write(Map<String, String> environment, Path target) {
        Properties settings = new Properties();
        environment.forEach((name, value) -> {
            if (name.startsWith("GUANXI_")) {
                settings.setProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        // Arquillian reads from the server's own log lines what was deployed.
        settings.setProperty("guanxi.log.json", "false");
        Path file = target.resolve("container-test.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
