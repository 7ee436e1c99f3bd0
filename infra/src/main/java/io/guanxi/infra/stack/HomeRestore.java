package io.guanxi.infra.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Makes a home of a backup: in a folder beside it, which takes its name when every file is there and right. */
public final class HomeRestore {

    private final Path folder;

    public HomeRestore(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /**
     * Unpacks the backup.
     *
     * @return how many files there were
     * @throws PartFailed when the home is not empty, or the backup is not as it was written
     */
    public int read(Path backup) throws IOException {
        requireEmpty();
        Path arriving = folder.resolveSibling(folder.getFileName() + ".restoring");
        Programs.delete(arriving);
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            JsonNode manifest = manifest(zip, backup);
            new Home(arriving).create();
            Set<String> named = new HashSet<>(Set.of(HomeBackup.MANIFEST));
            for (JsonNode one : manifest.path("folders")) {
                Files.createDirectories(inside(arriving, one.asText()));
            }
            for (JsonNode file : manifest.path("files")) {
                unpack(zip, file, arriving);
                named.add(HomeBackup.FOLDER + file.path("path").asText());
            }
            zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !named.contains(name))
                    .findFirst()
                    .ifPresent(stranger -> {
                        throw spoilt(stranger);
                    });
            Files.deleteIfExists(folder);
            Files.move(arriving, folder, StandardCopyOption.ATOMIC_MOVE);
            return manifest.path("files").size();
        } catch (ZipException cut) {
            throw spoilt(backup.toString());
        } finally {
            Programs.delete(arriving);
        }
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> present = Files.list(folder)) {
            if (present.findAny().isPresent()) {
                throw new PartFailed("home.restore.notEmpty", folder);
            }
        }
    }

    private static JsonNode manifest(ZipFile zip, Path backup) throws IOException {
        ZipEntry entry = zip.getEntry(HomeBackup.MANIFEST);
        if (entry == null) {
            throw spoilt(backup.toString());
        }
        try (InputStream in = zip.getInputStream(entry)) {
            JsonNode manifest = new ObjectMapper().readTree(in);
            if (!HomeBackup.FORMAT.equals(manifest.path("format").asText())) {
                throw spoilt(backup.toString());
            }
            if (manifest.path("version").asInt() != HomeBackup.VERSION) {
                throw new PartFailed(
                        "home.restore.version", manifest.path("version").asText());
            }
            return manifest;
        }
    }

    private static void unpack(ZipFile zip, JsonNode file, Path into) throws IOException {
        String name = file.path("path").asText();
        Path target = inside(into, name);
        ZipEntry entry = zip.getEntry(HomeBackup.FOLDER + name);
        if (entry == null) {
            throw spoilt(name);
        }
        Files.createDirectories(target.getParent());
        MessageDigest digest = Digests.sha256();
        long left = file.path("bytes").asLong();
        byte[] some = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            for (int read = in.read(some); read >= 0 && left >= 0; read = in.read(some)) {
                left -= read;
                out.write(some, 0, read);
                digest.update(some, 0, read);
            }
        }
        if (left != 0
                || !HexFormat.of()
                        .formatHex(digest.digest())
                        .equals(file.path("sha256").asText())) {
            throw spoilt(name);
        }
        if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Where a name leads, as long as that is into the folder. */
    private static Path inside(Path folder, String name) {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw spoilt(name);
        }
        return target;
    }

    private static PartFailed spoilt(String what) {
        return new PartFailed("home.restore.spoilt", what);
    }
}
