package io.guanxi.infra.container;

import io.guanxi.infra.system.support.RunningSystem;
import java.io.File;
import java.net.URISyntaxException;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What container tests deploy. */
final class KernelArchive {

    /** Pages, log-in and REST stay at home: their filters would turn the test runner away. */
    private static final String NOT_NEEDED =
            ".*/(tenant-admin|integrations|primefaces|omnifaces|keycloak|jersey)[^/]*\\.jar";

    private KernelArchive() {}

    /** The kernel and billing with every library they come with in the product. */
    static WebArchive with(Class<?>... tests) {
        WebArchive product = ShrinkWrap.create(ZipImporter.class)
                .importFrom(RunningSystem.target().resolve("dist/guanxi.war").toFile())
                .as(WebArchive.class);
        WebArchive kernel = ShrinkWrap.create(WebArchive.class, "kernel.war");
        product.getContent(path -> path.get().matches("/WEB-INF/lib/.*\\.jar")
                        && !path.get().matches(NOT_NEEDED))
                .values()
                .forEach(library -> add(kernel, library));
        return kernel.addClass(ContainerNode.class)
                .addClasses(tests)
                .addAsWebInfResource(new org.jboss.shrinkwrap.api.asset.StringAsset(""), "beans.xml")
                .addAsLibraries(jarOf(Assertions.class), jarOf(net.bytebuddy.ByteBuddy.class));
    }

    /**
     * The kernel with one package more in the module where packages of objects are, as if it had been written there.
     *
     * @param more adds the package to the jar
     */
    static WebArchive withPackage(Consumer<JavaArchive> more, Class<?>... tests) {
        WebArchive kernel = with(tests);
        Node module = kernel.getContent(path -> path.get().matches("/WEB-INF/lib/platform-ejb[^/]*\\.jar"))
                .values()
                .iterator()
                .next();
        JavaArchive jar = ShrinkWrap.create(
                        ZipImporter.class, module.getPath().get().replaceFirst(".*/", ""))
                .importFrom(module.getAsset().openStream())
                .as(JavaArchive.class);
        more.accept(jar);
        kernel.delete(module.getPath());
        return kernel.addAsLibrary(jar);
    }

    private static void add(WebArchive archive, Node library) {
        ArchivePath path = library.getPath();
        archive.add(library.getAsset(), path);
    }

    static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
