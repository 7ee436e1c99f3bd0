package io.guanxi.infra.settings;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/**
 * Passwords and keys of one installation, made once and kept in {@code secrets.properties} that only its owner can
 * read. They are handed to child processes by environment or file, never on a command line, and never printed.
 */
public final class Secrets {

    private static final String FILE = "secrets.properties";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /**
     * Reads the secrets of a home, making those that are missing.
     *
     * @throws IOException when the file cannot be read or written
     */
    public static Secrets in(Path home) throws IOException {
        Path file = home.resolve(FILE);
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
        boolean changed = false;
        for (Secret secret : Secret.values()) {
            if (!values.containsKey(secret.name())) {
                values.setProperty(secret.name(), secret.random());
                changed = true;
            }
        }
        if (changed) {
            write(file, values);
        }
        return new Secrets(values);
    }

    /** The value of a secret; never empty. */
    public String get(Secret secret) {
        return values.getProperty(secret.name());
    }

    private static void write(Path file, Properties values) throws IOException {
        StringWriter text = new StringWriter();
        values.store(text, null);
        writePrivately(file, text.toString());
    }

    /**
     * Writes a file that nobody but its owner can read, whole or not at all.
     *
     * @throws IOException when it cannot be written
     */
    public static void writePrivately(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rw-------");
            Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(ownerOnly));
        }
        try (Writer writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            writer.write(text);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What is kept. */
    public enum Secret {
        /** Password of the database user of the application. */
        DB_PASSWORD,
        /** Password of the database's root. */
        DB_ROOT_PASSWORD,
        /** Password of Keycloak's first administrator. */
        KEYCLOAK_ADMIN_PASSWORD,
        /** Secret of the client that logs people in to the pages. */
        WEB_CLIENT_SECRET,
        /** Secret of the client that provisions organizations and people. */
        ADMIN_CLIENT_SECRET,
        /** The product's own key (32 bytes in base64) when the operator gave none. */
        SECRET_KEY;

        private String random() {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            return this == SECRET_KEY
                    ? Base64.getEncoder().encodeToString(bytes)
                    : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }
}
