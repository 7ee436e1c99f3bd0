package io.guanxi.infra.system.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** All data of a tenant in a file, as tests look at it and spoil it. */
public record TenantFile(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANIFEST = "manifest.json";

    public JsonNode manifest() {
        try {
            return JSON.readTree(entries().get(MANIFEST));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Checksums by the name of the entry, of those that are the same in a second export. */
    public Map<String, String> checksums() {
        JsonNode manifest = manifest();
        Map<String, String> checksums = new TreeMap<>();
        for (JsonNode entry : manifest.path("entries")) {
            if (!manifest.path("mayDifferInASecondExport")
                    .has(entry.path("table").asText())) {
                checksums.put(entry.path("path").asText(), entry.path("sha256").asText());
            }
        }
        return checksums;
    }

    /** The lines of a table. */
    public String rows(String table) {
        return new String(entries().get(data(table)), StandardCharsets.UTF_8);
    }

    /** The same file with other lines of a table, and a manifest that says so. */
    public TenantFile withRows(String table, UnaryOperator<String> change) {
        Map<String, byte[]> entries = entries();
        byte[] changed = change.apply(rows(table)).getBytes(StandardCharsets.UTF_8);
        entries.put(data(table), changed);
        JsonNode manifest = manifest();
        for (JsonNode entry : manifest.path("entries")) {
            if (entry.path("table").asText().equals(table)) {
                ((ObjectNode) entry).put("bytes", changed.length).put("sha256", sha256(changed));
            }
        }
        entries.put(MANIFEST, manifest.toString().getBytes(StandardCharsets.UTF_8));
        return write(table, entries);
    }

    /** The same file with an entry whose content the manifest does not know. */
    public TenantFile withEntry(String name, String text) {
        Map<String, byte[]> entries = entries();
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        return write(Integer.toHexString(name.hashCode()), entries);
    }

    /** The first half of it. */
    public TenantFile cut() {
        try {
            byte[] bytes = Files.readAllBytes(path);
            Path half = path.resolveSibling("cut-" + path.getFileName());
            Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));
            return new TenantFile(half);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String data(String table) {
        return "data/" + table + ".jsonl";
    }

    private TenantFile write(String word, Map<String, byte[]> entries) {
        Path other = path.resolveSibling(word + "-" + path.getFileName());
        try (OutputStream out = Files.newOutputStream(other);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new TenantFile(other);
    }

    private Map<String, byte[]> entries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                zip.getInputStream(entry).transferTo(content);
                entries.put(entry.getName(), content.toByteArray());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return entries;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
