package io.guanxi.kernel.search;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the indexes of this node lie: each tenant's in a folder of its own. Nodes that share a home take the first place in it
 * that no other has.
 */
@ApplicationScoped
public class SearchFolder {

    private static final int MOST_NODES = 64;

    @Inject
    @ConfigProperty(name = "guanxi.home")
    private String home;

    private Path place;
    private FileChannel channel;

    @PostConstruct
    void take() {
        try {
            for (int i = 1; place == null && i <= MOST_NODES; i++) {
                attempt(Files.createDirectories(Path.of(home, "search", Integer.toString(i))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (place == null) {
            throw new IllegalStateException("no free place for the search index under " + home);
        }
    }

    private void attempt(Path candidate) throws IOException {
        FileChannel opened =
                FileChannel.open(candidate.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = opened.tryLock();
            if (lock != null) {
                channel = opened;
                place = candidate;
                return;
            }
        } catch (OverlappingFileLockException e) {
            // Another application in this process has it: the next place is tried.
            place = null;
        }
        opened.close();
    }

    @PreDestroy
    void leave() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path of(int tenant) {
        return place.resolve(Integer.toString(tenant));
    }

    /** Files of a tenant's index, in the places of all nodes that share the home. */
    long files(int tenant) throws IOException {
        long files = 0;
        for (Path folder : everywhere(tenant)) {
            try (Stream<Path> all = Files.walk(folder)) {
                files += all.filter(Files::isRegularFile).count();
            }
        }
        return files;
    }

    /** Removes a tenant's index, in the places of all nodes that share the home. */
    void deleteEverywhere(int tenant) throws IOException {
        for (Path folder : everywhere(tenant)) {
            delete(folder);
        }
    }

    private List<Path> everywhere(int tenant) throws IOException {
        try (Stream<Path> places = Files.list(place.getParent())) {
            return places.map(node -> node.resolve(Integer.toString(tenant)))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    /** Lets go of an index that cannot be read. */
    void delete(int tenant) throws IOException {
        delete(of(tenant));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
