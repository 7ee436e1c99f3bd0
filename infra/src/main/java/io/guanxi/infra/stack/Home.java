package io.guanxi.infra.stack;

import io.guanxi.infra.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The folder of all state of one installation, and what stands where in it. */
public record Home(Path folder) {

    /** Makes the folder, closed to other users, when it is missing. */
    public Home create() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        Files.createDirectories(run());
        Files.createDirectories(logs());
        return this;
    }

    /** Marks of what runs at the moment. */
    public Path run() {
        return folder.resolve("run");
    }

    /** A log of each part. */
    public Path logs() {
        return folder.resolve("log");
    }

    /** What the tests of isolation have shown about the program. */
    public Path proof() {
        return folder.resolve("proof");
    }

    /** The log of a part. */
    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** Unpacked programs; nothing in them is worth keeping. */
    public Path programs() {
        return folder.resolve("programs");
    }

    /** Deletes all data, settings made once included; the unpacked programs stay. */
    public void deleteData() throws IOException {
        for (String part : List.of("mariadb", "keycloak", "payara", "run", "log", "data", "files", "search", "proof")) {
            Programs.delete(folder.resolve(part));
        }
        Files.deleteIfExists(folder.resolve("demo"));
        Files.deleteIfExists(folder.resolve("secrets.properties"));
    }

    /**
     * Makes sure that a home is not turned from a demonstration into the real thing or back: the demonstration's
     * passwords are known to everybody.
     *
     * @throws PartFailed when the home was made with the other setting
     */
    void requireSameDemo(boolean demo) throws IOException {
        Path mark = folder.resolve("demo");
        if (!Files.exists(mark)) {
            Files.writeString(mark, Boolean.toString(demo));
        }
        String then = Files.readString(mark).strip();
        if (!then.equals(Boolean.toString(demo))) {
            throw new PartFailed("home.otherDemo", folder, then, Setting.DEMO.variable(), Setting.HOME.variable());
        }
    }

    /** Exists while everything is up; holds the public address. */
    public Path readyMark() {
        return run().resolve("ready");
    }

    /** Where the application leaves the link that makes the first operator. */
    public Path setupLink() {
        return run().resolve("setup-link");
    }
}
