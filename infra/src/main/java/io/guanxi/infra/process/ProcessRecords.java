package io.guanxi.infra.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The processes of one home, a small file each in its {@code run} folder, so that a later launcher finds them. */
public final class ProcessRecords {

    private static final String SUFFIX = ".process";

    private final Path folder;

    /** The records in a folder, which need not exist yet. */
    public ProcessRecords(Path folder) {
        this.folder = folder;
    }

    /** Writes a record, replacing the one of the same name. */
    public void add(ProcessRecord process) {
        Properties values = new Properties();
        values.setProperty("pid", Long.toString(process.pid()));
        values.setProperty("started", process.started().toString());
        try {
            Files.createDirectories(folder);
            try (var writer = Files.newBufferedWriter(file(process.name()))) {
                values.store(writer, null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Forgets a process. */
    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The record of a name, if there is a readable one. */
    public Optional<ProcessRecord> find(String name) {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties values = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
            return Optional.of(new ProcessRecord(
                    name,
                    Long.parseLong(values.getProperty("pid", "")),
                    Instant.parse(values.getProperty("started", ""))));
        } catch (IOException | NumberFormatException | java.time.format.DateTimeParseException cutShort) {
            return Optional.empty();
        }
    }

    /** Every record, the process started last first: the order in which they are ended. */
    public List<ProcessRecord> lastStartedFirst() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<ProcessRecord> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .forEach(name -> find(name).ifPresent(records::add));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        records.sort(Comparator.comparing(ProcessRecord::started).reversed());
        return records;
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
