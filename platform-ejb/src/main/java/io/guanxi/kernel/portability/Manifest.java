package io.guanxi.kernel.portability;

import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.tenancy.Tenant;
import jakarta.json.JsonException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an archive says of itself, in {@code manifest.json}: its form, which schema its tables are of, the company, and each
 * entry with its length and checksum.
 *
 * @param schema  of {@link PortableSchema#version()}
 * @param madeAt  when its one moment was
 * @param entries all but the manifest itself, in their order
 * @param missing contents of documents that were gone when they were to be read
 */
record Manifest(String schema, Instant madeAt, Tenant tenant, List<Entry> entries, List<String> missing) {

    static final String NAME = "manifest.json";

    private static final String FORMAT = "guanxi-tenant";
    private static final long VERSION = 1;

    /** Entries whose checksum in a second export need not be that of the first, and why. */
    private static final Map<String, String> MAY_DIFFER = Map.of(
            "member", "people of the tenant that took it in stay; who has no log-in there yet is invited",
            "audit_entry", "tells of the import and of the second export",
            "audit_seal", "is made again under the key and the number of the tenant that took it in",
            "job", "has the first export",
            "custom_version", "counts each change of definitions, and the import is one",
            "partner_client", "programs are known by this installation only; elsewhere they come in switched off");

    /**
     * One file of the archive.
     *
     * @param path   its name in the archive
     * @param table  whose rows it has; null for a file's content
     * @param rows   how many lines; 0 for a file's content
     * @param bytes  its length, unpacked
     * @param sha256 of its content, unpacked
     */
    record Entry(String path, String table, long rows, long bytes, String sha256) {}

    String write() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("formatVersion", VERSION);
        tree.put("schema", schema);
        tree.put("madeAt", madeAt.toString());
        tree.put("tenant", company(tenant));
        tree.put("entries", entries.stream().map(Manifest::tree).toList());
        tree.put("missingFiles", missing);
        Map<String, Object> leftOut = new LinkedHashMap<>();
        LeftOut.tables().values().forEach(one -> leftOut.put(one.table(), one.reason()));
        tree.put("leftOut", leftOut);
        tree.put("mayDifferInASecondExport", new java.util.TreeMap<>(MAY_DIFFER));
        return JsonTree.write(tree);
    }

    private static Map<String, Object> company(Tenant tenant) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", tenant.id());
        tree.put("slug", tenant.slug());
        tree.put("name", tenant.name());
        tree.put("locale", tenant.locale().toLanguageTag());
        tree.put("zone", tenant.zone().getId());
        tree.put("country", tenant.country());
        tree.put("currency", tenant.currency());
        return tree;
    }

    private static Map<String, Object> tree(Entry entry) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", entry.path());
        if (entry.table() != null) {
            tree.put("table", entry.table());
            tree.put("rows", entry.rows());
        }
        tree.put("bytes", entry.bytes());
        tree.put("sha256", entry.sha256());
        return tree;
    }

    /**
     * @throws ArchiveRefused when it is no manifest, or one of another form
     */
    static Manifest read(String text) {
        try {
            Map<String, Object> tree = JsonTree.readObject(text);
            if (!FORMAT.equals(tree.get("format"))) {
                throw ArchiveRefused.unreadable();
            }
            if (!Long.valueOf(VERSION).equals(tree.get("formatVersion"))) {
                throw ArchiveRefused.ofVersion(String.valueOf(tree.get("formatVersion")), Long.toString(VERSION));
            }
            return new Manifest(
                    (String) tree.get("schema"),
                    Instant.parse((String) tree.get("madeAt")),
                    tenant((Map<?, ?>) tree.get("tenant")),
                    ((List<?>) tree.get("entries"))
                            .stream().map(one -> entry((Map<?, ?>) one)).toList(),
                    ((List<?>) tree.get("missingFiles"))
                            .stream().map(String.class::cast).toList());
        } catch (JsonException
                | ClassCastException
                | NullPointerException
                | ArithmeticException
                | DateTimeException e) {
            throw ArchiveRefused.unreadable();
        }
    }

    private static Tenant tenant(Map<?, ?> tree) {
        return new Tenant(
                Math.toIntExact((Long) tree.get("id")),
                (String) tree.get("slug"),
                (String) tree.get("name"),
                Locale.forLanguageTag((String) tree.get("locale")),
                ZoneId.of((String) tree.get("zone")),
                (String) tree.get("country"),
                (String) tree.get("currency"),
                Tenant.Status.ACTIVE);
    }

    private static Entry entry(Map<?, ?> tree) {
        Object rows = tree.get("rows");
        return new Entry(
                (String) tree.get("path"),
                (String) tree.get("table"),
                rows == null ? 0 : (Long) rows,
                (Long) tree.get("bytes"),
                (String) tree.get("sha256"));
    }
}
