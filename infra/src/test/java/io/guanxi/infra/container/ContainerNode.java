package io.guanxi.infra.container;

import io.guanxi.infra.stack.ApplicationEnvironment;
import io.guanxi.infra.system.support.RunningSystem;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tells Arquillian where the server is and which database it works on, before Arquillian reads its settings. */
public final class ContainerNode implements BeforeAllCallback {

    /** Pages, log-in and REST stay at home: their filters would turn the test runner away. */
    private static final String NOT_NEEDED =
            ".*/(tenant-admin|integrations|primefaces|omnifaces|keycloak|jersey)[^/]*\\.jar";

    @Override
    public void beforeAll(ExtensionContext context) {
        RunningSystem system = io.guanxi.infra.system.support.WholeSystem.of(context);
        Map<String, String> environment = ApplicationEnvironment.of(system.settings(), system.secrets(), system.home());
        Path target = RunningSystem.target();
        System.setProperty(
                "guanxi.container.settings", write(environment, target).toString());
        deleteAll(target.resolve("container-test"));
        System.setProperty(
                "guanxi.container.jar", target.resolve("dist/payara-micro.jar").toString());
        System.setProperty(
                "guanxi.container.root", target.resolve("container-test").toString());
    }

    /** A server that finds what it deployed before runs that instead. */
    private static void deleteAll(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** The kernel and billing with every library they come with in the product. */
    static WebArchive kernel(Class<?>... tests) {
        WebArchive product = ShrinkWrap.create(ZipImporter.class)
                .importFrom(RunningSystem.target().resolve("dist/guanxi.war").toFile())
                .as(WebArchive.class);
        WebArchive kernel = ShrinkWrap.create(WebArchive.class, "kernel.war");
        product.getContent(path -> path.get().matches("/WEB-INF/lib/.*\\.jar")
                        && !path.get().matches(NOT_NEEDED))
                .values()
                .forEach(library -> add(kernel, library));
        return kernel.addClasses(tests)
                .addAsWebInfResource(new org.jboss.shrinkwrap.api.asset.StringAsset(""), "beans.xml")
                .addAsLibraries(jarOf(Assertions.class), jarOf(net.bytebuddy.ByteBuddy.class));
    }

    private static void add(WebArchive archive, Node library) {
        ArchivePath path = library.getPath();
        archive.add(library.getAsset(), path);
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
