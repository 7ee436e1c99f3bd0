package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The objects of the product, found as the running product finds them: by the classes that describe them. */
final class EveryObject {

    private EveryObject() {}

    static List<ObjectDescriptor> descriptors() {
        try {
            Path classes = Path.of(ObjectDefinition.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(classes)) {
                return below(classes);
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + classes.toUri()), Map.of())) {
                return below(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ObjectDescriptor> below(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(EveryObject::namesDefinition)
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> file.startsWith("io/guanxi/") && file.endsWith(".class") && !file.contains("$"))
                    .map(file -> type(
                            file.substring(0, file.length() - ".class".length()).replace('/', '.')))
                    .filter(type -> ObjectDefinition.class.isAssignableFrom(type) && !type.isInterface())
                    .map(EveryObject::descriptor)
                    .sorted(Comparator.comparing(ObjectDescriptor::name))
                    .toList();
        }
    }

    /** Only these are loaded: others lean on what the server brings along. */
    private static boolean namesDefinition(Path file) {
        try {
            return file.toString().endsWith(".class")
                    && Files.readString(file, StandardCharsets.ISO_8859_1)
                            .contains(ObjectDefinition.class.getName().replace('.', '/'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, EveryObject.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectDescriptor descriptor(Class<?> type) {
        try {
            return ((ObjectDefinition) type.getDeclaredConstructor().newInstance()).descriptor();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
