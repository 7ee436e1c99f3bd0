package io.guanxi.infra.system.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the database back to what it was before some migrations, with no rows in it: what a home of an earlier version has. The
 * product that runs on it finds out when it is started again.
 */
public final class OlderSchema {

    private static final String HISTORY = "flyway_schema_history";

    private final Database database;
    private final Set<String> later;

    /**
     * @param later versions of the migrations that had not run
     */
    public OlderSchema(Database database, Set<String> later) {
        this.database = database;
        this.later = later;
    }

    /** Drops everything and runs the older migrations, in the order in which they ran. */
    public void make() {
        String table = database.rows("SHOW CREATE TABLE " + HISTORY).get(0).get(1);
        List<List<String>> history = database.rows("SELECT * FROM " + HISTORY + " ORDER BY installed_rank").stream()
                .filter(row -> !later.contains(row.get(1)))
                .toList();
        database.change("DROP DATABASE guanxi");
        Database server = new Database(
                database.url().replaceFirst("/guanxi(\\?|$)", "/$1"), database.user(), database.password());
        server.change("CREATE DATABASE guanxi CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        database.change(table);
        history.forEach(row -> {
            statements(script(row.get(4))).forEach(database::change);
            database.change(
                    "INSERT INTO " + HISTORY + " VALUES (" + String.join(", ", Collections.nCopies(row.size(), "?"))
                            + ")",
                    row.toArray());
        });
    }

    private static String script(String name) {
        Path root = RunningSystem.target().toAbsolutePath().getParent().getParent();
        try (Stream<Path> modules = Files.list(root)) {
            Path file = modules.map(module -> module.resolve("src/main/resources/db/migration/" + name))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> statements(String script) {
        String plain = script.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        return Arrays.stream(plain.split(";\\s*(\n|$)"))
                .filter(statement -> !statement.isBlank())
                .toList();
    }
}
