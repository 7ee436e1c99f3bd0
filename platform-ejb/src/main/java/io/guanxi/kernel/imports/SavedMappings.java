package io.guanxi.kernel.imports;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.LimitReached;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.TextRules;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The mappings of imports that people and partners' clients save, beside those that are ready. Whoever may import into an
 * object sees the shared ones and their own, and may share; a shared one is changed by its owner or an admin, a private one
 * by its owner alone.
 */
@Stateless
@TenantBound
public class SavedMappings {

    /** Mappings one caller may have for one object. */
    public static final int MOST = 100;

    private static final String COLUMNS =
            "SELECT id, object, version, name, shared, owner_id, definition FROM import_mapping WHERE tenant_id = ?";

    @Inject
    private AuditTrail trail;

    @Inject
    private AccessPolicy access;

    @Inject
    private VisibleObjects objects;

    @Inject
    private SqlGateway sql;

    /** The mappings for an object that the caller sees: their own, the shared ones, those that are ready. Needs {@code write}. */
    public List<SavedMapping> of(String object) {
        access.require(objects.require(object), Operation.IMPORT);
        List<SavedMapping> all = new ArrayList<>(sql.query(
                COLUMNS + " AND object = ? AND (shared OR owner_id = ?) ORDER BY owner_id = ? DESC, name, id",
                this::read,
                object,
                me(),
                me()));
        all.addAll(ReadyMappings.of(object));
        return all;
    }

    /**
     * One saved mapping that the caller sees. Needs {@code write} of its object.
     *
     * @throws RecordNotFound when there is none of that id, or it is private to somebody else
     */
    public SavedMapping require(String id) {
        return readable(id, "");
    }

    /**
     * One for an object by its id, or by the name of a program for one that is ready. Needs {@code write}.
     *
     * @throws RecordNotFound when there is none for that object that the caller sees
     */
    public SavedMapping require(String object, String id) {
        access.require(objects.require(object), Operation.IMPORT);
        Optional<SavedMapping> ready = ReadyMappings.of(object).stream()
                .filter(mapping -> mapping.id().equals(id))
                .findFirst();
        return ready.orElseGet(() -> Optional.of(require(id))
                .filter(mapping -> mapping.object().equals(object))
                .orElseThrow(RecordNotFound::new));
    }

    private SavedMapping readable(String id, String lock) {
        long inner = RecordId.parse(id).orElseThrow(RecordNotFound::new);
        SavedMapping mapping =
                sql.query(COLUMNS + " AND id = ? AND (shared OR owner_id = ?)" + lock, this::read, inner, me()).stream()
                        .findFirst()
                        .orElseThrow(RecordNotFound::new);
        access.require(objects.require(mapping.object()), Operation.IMPORT);
        return mapping;
    }

    /**
     * Keeps a new mapping. Needs {@code write}.
     *
     * @param columns path of the target by heading; empty for a column that is left out
     * @throws io.guanxi.kernel.error.InvalidRecord with every mistake and its pointer
     * @throws LimitReached when the caller has as many for the object as one may have
     */
    public SavedMapping create(String object, String name, boolean shared, Map<String, String> columns) {
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, Operation.IMPORT);
        MappingRules.require(targets(descriptor), name, columns);
        long own = sql.query(
                        "SELECT COUNT(*) FROM import_mapping WHERE tenant_id = ? AND object = ? AND owner_id = ?",
                        row -> row.getLong(1),
                        object,
                        me())
                .get(0);
        if (own >= MOST) {
            throw new LimitReached("importMappings", MOST);
        }
        long id = RecordId.next();
        String title = TextRules.normalise(name);
        sql.update(
                "INSERT INTO import_mapping (tenant_id, id, version, object, name, shared, owner_id, definition, created_at)"
                        + " VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)",
                id,
                object,
                title,
                shared,
                me(),
                definition(columns),
                LocalDateTime.now(ZoneOffset.UTC));
        SavedMapping made =
                new SavedMapping(RecordId.format(id), object, 1, title, shared, true, true, List.of(), columns);
        trail.created(AuditArea.MAPPINGS, made.id(), title, told(made));
        return made;
    }

    /**
     * Changes a mapping. Needs to be its owner or, of a shared one, an admin.
     *
     * @param expected version the caller has read; empty overwrites whatever is there
     * @throws StaleRecord when somebody else changed it since
     * @throws AccessDenied when it is shared and somebody else's
     */
    public SavedMapping change(
            String id, OptionalLong expected, String name, boolean shared, Map<String, String> columns) {
        SavedMapping before = requireEditable(id, expected);
        MappingRules.require(targets(objects.require(before.object())), name, columns);
        String title = TextRules.normalise(name);
        sql.change(
                "UPDATE import_mapping SET version = version + 1, name = ?, shared = ?, definition = ?"
                        + " WHERE id = ? AND tenant_id = ?",
                title,
                shared,
                definition(columns),
                RecordId.parse(id).orElseThrow());
        SavedMapping after = new SavedMapping(
                id,
                before.object(),
                before.version() + 1,
                title,
                shared,
                before.own(),
                before.own() || shared,
                List.of(),
                columns);
        trail.changed(AuditArea.MAPPINGS, id, title, told(before), told(after));
        return after;
    }

    /**
     * Takes a mapping away. Needs what {@link #change} needs.
     *
     * @throws StaleRecord when somebody else changed it since
     */
    public void delete(String id, OptionalLong expected) {
        SavedMapping before = requireEditable(id, expected);
        trail.removed(AuditArea.MAPPINGS, id, before.name(), told(before));
        sql.update(
                "DELETE FROM import_mapping WHERE tenant_id = ? AND id = ?",
                RecordId.parse(id).orElseThrow());
    }

    private static Map<String, Object> told(SavedMapping mapping) {
        return Map.of(
                "object",
                mapping.object(),
                "name",
                mapping.name(),
                "shared",
                mapping.shared(),
                "columns",
                mapping.columns());
    }

    private SavedMapping requireEditable(String id, OptionalLong expected) {
        SavedMapping mapping = readable(id, " FOR UPDATE");
        if (!mapping.editable()) {
            throw AccessDenied.ofFeature(Feature.CUSTOMISE.word());
        }
        if (expected.isPresent() && expected.getAsLong() != mapping.version()) {
            throw new StaleRecord(mapping.version());
        }
        return mapping;
    }

    private List<ImportTarget> targets(ObjectDescriptor descriptor) {
        return ImportTargets.of(descriptor, objects::require, Locale.ENGLISH);
    }

    private SavedMapping read(ResultSet row) throws SQLException {
        boolean shared = row.getBoolean(5);
        boolean own = row.getLong(6) == me();
        return new SavedMapping(
                RecordId.format(row.getLong(1)),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                shared,
                own,
                own || shared && access.allows(Feature.CUSTOMISE),
                List.of(),
                columns(row.getString(7)));
    }

    /** Pairs in an array: their order is that of the file. */
    private static String definition(Map<String, String> columns) {
        return JsonTree.write(columns.entrySet().stream()
                .map(column -> List.of(column.getKey(), column.getValue()))
                .toList());
    }

    private static Map<String, String> columns(String definition) {
        Map<String, String> columns = new LinkedHashMap<>();
        JsonTree.readArray(definition).forEach(pair -> {
            List<?> column = (List<?>) pair;
            columns.put((String) column.get(0), (String) column.get(1));
        });
        return columns;
    }

    private static long me() {
        return CallContext.require().memberId();
    }
}
