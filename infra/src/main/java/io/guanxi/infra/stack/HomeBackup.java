package io.guanxi.infra.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.infra.process.ProcessRecord;
import io.guanxi.infra.process.ProcessRecords;
import io.guanxi.infra.settings.Secrets;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Everything of a stopped home that cannot be made again, in one ZIP: database, Keycloak, files, keys. Since nothing runs, all of it
 * is of one moment. The last entry names each file with its length and checksum.
 */
public final class HomeBackup {

    static final String MANIFEST = "backup.json";
    static final String FORMAT = "guanxi-home";
    static final int VERSION = 1;
    static final String FOLDER = "home/";

    /** Unpacked programs, marks and words of what ran, and indexes that are made again. Whatever else there is goes along. */
    private static final Set<String> LEFT_OUT =
            Set.of("programs", "run", "log", "payara", "search", "bench", "mariadb/tmp");

    private final Home home;

    public HomeBackup(Home home) {
        this.home = home;
    }

    /** How much was written. */
    public record Written(int files, long bytes) {}

    /**
     * Writes the file, which is whole or not there.
     *
     * @throws PartFailed when the file would lie in the home itself
     * @throws AlreadyRunning when a launcher is at work in the home, or something it started still is
     */
    public Written write(Path file) throws IOException {
        if (file.toAbsolutePath()
                .normalize()
                .startsWith(home.folder().toAbsolutePath().normalize())) {
            throw new PartFailed("home.backup.inside", home.folder());
        }
        try (HomeLock lock = HomeLock.tryTake(home).orElseThrow(() -> new AlreadyRunning(home))) {
            boolean runs = new ProcessRecords(home.run())
                    .lastStartedFirst().stream().map(ProcessRecord::running).anyMatch(Optional::isPresent);
            if (runs) {
                throw new AlreadyRunning(home);
            }
            Path arriving = file.toAbsolutePath().resolveSibling(file.getFileName() + ".part");
            Secrets.writePrivately(arriving, "");
            try {
                Written written = writeTo(arriving);
                Files.move(arriving, file, StandardCopyOption.ATOMIC_MOVE);
                return written;
            } finally {
                Files.deleteIfExists(arriving);
            }
        }
    }

    private Written writeTo(Path target) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode manifest = json.createObjectNode()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("madeAt", Instant.now().toString());
        ArrayNode folders = manifest.putArray("folders");
        ArrayNode files = manifest.putArray("files");
        long[] bytes = {0};
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            Files.walkFileTree(home.folder(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
                    if (LEFT_OUT.contains(name(folder))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    folders.add(name(folder));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                    // Links lead to programs, and are made at each start.
                    if (about.isRegularFile()) {
                        ObjectNode entry = files.addObject().put("path", name(file));
                        bytes[0] += copy(file, name(file), zip, entry);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(json.writeValueAsBytes(manifest));
            zip.closeEntry();
        }
        return new Written(files.size(), bytes[0]);
    }

    private String name(Path path) {
        return home.folder().relativize(path).toString().replace('\\', '/');
    }

    private static long copy(Path file, String name, ZipOutputStream zip, ObjectNode entry) throws IOException {
        MessageDigest digest = Digests.sha256();
        long bytes = 0;
        byte[] some = new byte[1 << 16];
        zip.putNextEntry(new ZipEntry(FOLDER + name));
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                zip.write(some, 0, read);
                digest.update(some, 0, read);
                bytes += read;
            }
        }
        zip.closeEntry();
        entry.put("bytes", bytes).put("sha256", HexFormat.of().formatHex(digest.digest()));
        return bytes;
    }
}
