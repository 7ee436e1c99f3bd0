package io.guanxi.kernel.portability;

import io.guanxi.kernel.digest.Sha256;
import io.guanxi.kernel.id.RecordId;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An archive that was read from end to end and is what its manifest says. Nothing of it is ever unpacked to where its names
 * say, and no more of an entry is read than the manifest tells.
 */
public final class ArchiveFile implements Closeable {

    private static final int LONGEST_MANIFEST = 64 << 20;
    private static final int LONGEST_LINE = 32 << 20;

    /** Lines of one kind pack well, but not as well as nothing at all. */
    private static final long MOST_UNPACKED = 200;

    private static final long SMALL = 1 << 20;

    private final ZipFile zip;
    private final Manifest manifest;

    private ArchiveFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a file and checks everything in it.
     *
     * @throws ArchiveRefused when anything is not as it should be
     */
    public static ArchiveFile open(Path file, PortableSchema schema) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException cut) {
            throw ArchiveRefused.unreadable();
        }
        try {
            ArchiveFile archive = new ArchiveFile(zip, manifest(zip));
            archive.check(schema);
            return archive;
        } catch (ZipException spoilt) {
            zip.close();
            throw ArchiveRefused.unreadable();
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw ArchiveRefused.unreadable();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] text = in.readNBytes(LONGEST_MANIFEST + 1);
            if (text.length > LONGEST_MANIFEST) {
                throw ArchiveRefused.ofBomb(Manifest.NAME);
            }
            return Manifest.read(new String(text, StandardCharsets.UTF_8));
        }
    }

    private void check(PortableSchema schema) throws IOException {
        if (!schema.version().equals(manifest.schema())) {
            throw ArchiveRefused.ofVersion(String.valueOf(manifest.schema()), schema.version());
        }
        checkNames(schema);
        for (Manifest.Entry entry : manifest.entries()) {
            checkContent(entry);
        }
    }

    /** Each entry is a table that is known or a content of the file store, is there once, and nothing else is there. */
    private void checkNames(PortableSchema schema) {
        Map<String, PortableTable> tables = schema.byName();
        Set<String> named = new HashSet<>();
        for (Manifest.Entry entry : manifest.entries()) {
            String path = String.valueOf(entry.path());
            boolean isKnown = entry.table() == null
                    ? path.startsWith(ArchiveWriter.FILES)
                            && RecordId.parse(path.substring(ArchiveWriter.FILES.length()))
                                    .isPresent()
                    : tables.containsKey(entry.table())
                            && path.equals(ArchiveWriter.DATA + entry.table() + ArchiveWriter.LINES);
            if (!isKnown || !named.add(path)) {
                throw ArchiveRefused.ofStranger(path);
            }
        }
        for (String table : tables.keySet()) {
            if (!named.contains(ArchiveWriter.DATA + table + ArchiveWriter.LINES)) {
                throw ArchiveRefused.ofEntry(ArchiveWriter.DATA + table + ArchiveWriter.LINES);
            }
        }
        named.add(Manifest.NAME);
        Set<String> present = new HashSet<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            String name = entries.nextElement().getName();
            if (!named.contains(name) || !present.add(name)) {
                throw ArchiveRefused.ofStranger(name);
            }
        }
    }

    private void checkContent(Manifest.Entry entry) throws IOException {
        ZipEntry packed = zip.getEntry(entry.path());
        if (packed == null || entry.sha256() == null) {
            throw ArchiveRefused.ofEntry(entry.path());
        }
        if (entry.bytes() > SMALL && entry.bytes() / MOST_UNPACKED > packed.getCompressedSize()) {
            throw ArchiveRefused.ofBomb(entry.path());
        }
        MessageDigest digest = Sha256.begin();
        long bytes = 0;
        byte[] some = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(packed)) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                bytes += read;
                if (bytes > entry.bytes()) {
                    throw ArchiveRefused.ofBomb(entry.path());
                }
                digest.update(some, 0, read);
            }
        } catch (ZipException | java.io.EOFException spoilt) {
            throw ArchiveRefused.ofEntry(entry.path());
        }
        if (bytes != entry.bytes() || !HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw ArchiveRefused.ofEntry(entry.path());
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** The slug that the company had. */
    public String slug() {
        return manifest.tenant().slug();
    }

    /** Ids of the contents of documents. */
    List<String> contents() {
        return manifest.entries().stream()
                .filter(entry -> entry.table() == null)
                .map(entry -> entry.path().substring(ArchiveWriter.FILES.length()))
                .toList();
    }

    InputStream content(String id) throws IOException {
        return zip.getInputStream(zip.getEntry(ArchiveWriter.FILES + id));
    }

    /** The rows of a table, line by line. */
    Lines lines(PortableTable table) throws IOException {
        return new Lines(
                table.name(),
                zip.getInputStream(zip.getEntry(ArchiveWriter.DATA + table.name() + ArchiveWriter.LINES)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Reads lines that are not endless. */
    static final class Lines implements Closeable {

        private final String table;
        private final BufferedReader in;

        private Lines(String table, InputStream in) {
            this.table = table;
            this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        /** The next line; null at the end. */
        String next() throws IOException {
            StringBuilder line = null;
            for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
                line = line == null ? new StringBuilder() : line;
                line.append((char) one);
                if (line.length() > LONGEST_LINE) {
                    throw ArchiveRefused.ofRow(table);
                }
            }
            return line == null ? null : line.toString();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
