package io.guanxi.infra.system.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The outcome of a real run that the system shows, out of the way while a test shows others. */
public final class KeptProof implements AutoCloseable {

    private final Path folder;
    private final Map<Path, byte[]> files = new LinkedHashMap<>();

    private KeptProof(Path folder) {
        this.folder = folder;
    }

    public static KeptProof setAside(RunningSystem system) throws IOException {
        KeptProof kept = new KeptProof(Files.createDirectories(system.home().proof()));
        for (Path file : kept.now()) {
            kept.files.put(file, Files.readAllBytes(file));
        }
        kept.clear();
        return kept;
    }

    @Override
    public void close() throws IOException {
        clear();
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
    }

    private void clear() throws IOException {
        for (Path file : now()) {
            Files.delete(file);
        }
    }

    private List<Path> now() throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            return there.toList();
        }
    }
}
