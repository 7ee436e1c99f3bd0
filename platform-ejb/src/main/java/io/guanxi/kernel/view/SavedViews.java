package io.guanxi.kernel.view;

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
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.TextRules;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The views that people and partners' clients save. Everybody who may read an object sees the shared ones and their own;
 * whoever may write records may share; a shared view is changed by its owner or an admin, a private one by its owner alone.
 */
@Stateless
@TenantBound
public class SavedViews {

    /** Views one caller may have of one object. */
    public static final int MOST = 100;

    private static final String COLUMNS =
            "SELECT id, object, version, name, shared, owner_id, definition FROM saved_view WHERE tenant_id = ?";

    @Inject
    private AuditTrail trail;

    @Inject
    private AccessPolicy access;

    @Inject
    private VisibleObjects objects;

    @Inject
    private SqlGateway sql;

    /** The views of an object that the caller sees: shared ones first, each kind by name. Needs {@code read}. */
    public List<SavedView> of(String object) {
        access.require(objects.require(object), Operation.READ);
        return sql.query(
                COLUMNS + " AND object = ? AND (shared OR owner_id = ?) ORDER BY shared DESC, name, id",
                this::read,
                object,
                me());
    }

    /**
     * One view that the caller sees. Needs {@code read} of its object.
     *
     * @throws RecordNotFound when there is none of that id, or it is private to somebody else
     */
    public SavedView require(String id) {
        return require(id, "");
    }

    /**
     * What a view shows, by its key: the name of one that the product ships, or the id of a saved one. Needs {@code read}.
     *
     * @throws RecordNotFound when the object has no such view that the caller sees
     */
    public ViewSettings settings(String object, String key) {
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, Operation.READ);
        return descriptor.views().stream()
                .filter(view -> view.name().equals(key))
                .findFirst()
                .map(view -> ViewSettings.PLAIN.query(view.filter(), view.sort()))
                .orElseGet(() -> {
                    SavedView saved = require(key);
                    if (!saved.object().equals(object)) {
                        throw new RecordNotFound();
                    }
                    return saved.settings();
                });
    }

    private SavedView require(String id, String lock) {
        long inner = RecordId.parse(id).orElseThrow(RecordNotFound::new);
        SavedView view =
                sql.query(COLUMNS + " AND id = ? AND (shared OR owner_id = ?)" + lock, this::read, inner, me()).stream()
                        .findFirst()
                        .orElseThrow(RecordNotFound::new);
        access.require(objects.require(view.object()), Operation.READ);
        return view;
    }

    /**
     * Keeps a new view. Needs {@code read}, and {@code write} to share it.
     *
     * @throws io.guanxi.kernel.error.InvalidRecord with every mistake and its pointer
     * @throws LimitReached when the caller has as many of the object as one may have
     */
    public SavedView create(String object, String name, boolean shared, ViewSettings settings) {
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, Operation.READ);
        if (shared) {
            requireSharing(descriptor);
        }
        ViewRules.require(descriptor, name, settings);
        long own = sql.query(
                        "SELECT COUNT(*) FROM saved_view WHERE tenant_id = ? AND object = ? AND owner_id = ?",
                        row -> row.getLong(1),
                        object,
                        me())
                .get(0);
        if (own >= MOST) {
            throw new LimitReached("views", MOST);
        }
        long id = RecordId.next();
        sql.update(
                "INSERT INTO saved_view (tenant_id, id, version, object, name, shared, owner_id, definition, created_at)"
                        + " VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)",
                id,
                object,
                TextRules.normalise(name),
                shared,
                me(),
                SettingsText.write(settings),
                LocalDateTime.now(ZoneOffset.UTC));
        SavedView made =
                new SavedView(RecordId.format(id), object, 1, TextRules.normalise(name), shared, true, true, settings);
        trail.created(AuditArea.VIEWS, made.id(), made.name(), told(made));
        return made;
    }

    /**
     * Changes a view. Needs to be its owner or, of a shared one, an admin; {@code write} to share it.
     *
     * @param expected version the caller has read; empty overwrites whatever is there
     * @throws StaleRecord when somebody else changed the view since
     * @throws AccessDenied when it is shared and somebody else's
     */
    public SavedView change(String id, OptionalLong expected, String name, boolean shared, ViewSettings settings) {
        SavedView before = requireEditable(id, expected);
        ObjectDescriptor object = objects.require(before.object());
        if (shared && !before.shared()) {
            requireSharing(object);
        }
        ViewRules.require(object, name, settings);
        sql.change(
                "UPDATE saved_view SET version = version + 1, name = ?, shared = ?, definition = ?"
                        + " WHERE id = ? AND tenant_id = ?",
                TextRules.normalise(name),
                shared,
                SettingsText.write(settings),
                inner(id));
        SavedView after = new SavedView(
                id,
                before.object(),
                before.version() + 1,
                TextRules.normalise(name),
                shared,
                before.own(),
                before.editable() && (shared || before.own()),
                settings);
        trail.changed(AuditArea.VIEWS, id, after.name(), told(before), told(after));
        return after;
    }

    /**
     * Takes a view away, with what everybody has chosen in it. Needs what {@link #change} needs.
     *
     * @throws StaleRecord when somebody else changed the view since
     */
    public void delete(String id, OptionalLong expected) {
        SavedView view = requireEditable(id, expected);
        sql.update("DELETE FROM saved_view WHERE tenant_id = ? AND id = ?", inner(id));
        sql.update("DELETE FROM view_choice WHERE tenant_id = ? AND object = ? AND view_key = ?", view.object(), id);
        trail.removed(AuditArea.VIEWS, id, view.name(), told(view));
    }

    private static Map<String, Object> told(SavedView view) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("object", view.object());
        members.put("name", view.name());
        members.put("shared", view.shared());
        members.put("settings", view.settings());
        return members;
    }

    private void requireSharing(ObjectDescriptor object) {
        access.require(Feature.SHARE_VIEWS);
        access.require(object, Operation.UPDATE);
    }

    private SavedView requireEditable(String id, OptionalLong expected) {
        SavedView view = require(id, " FOR UPDATE");
        if (!view.editable()) {
            throw AccessDenied.ofFeature(Feature.CUSTOMISE.word());
        }
        if (expected.isPresent() && expected.getAsLong() != view.version()) {
            throw new StaleRecord(view.version());
        }
        return view;
    }

    private SavedView read(ResultSet row) throws SQLException {
        boolean shared = row.getBoolean(5);
        boolean own = row.getLong(6) == me();
        return new SavedView(
                RecordId.format(row.getLong(1)),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                shared,
                own,
                own || shared && access.allows(Feature.CUSTOMISE),
                SettingsText.read(row.getString(7)));
    }

    private static long inner(String id) {
        return RecordId.parse(id).orElseThrow(RecordNotFound::new);
    }

    private static long me() {
        return CallContext.require().memberId();
    }
}
