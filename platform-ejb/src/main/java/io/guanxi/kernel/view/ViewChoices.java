package io.guanxi.kernel.view;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * What each person has chosen for themselves: the columns of a view, and the view that a list opens with. Views are named by
 * their key: the id of a saved one, the name of one that the product ships.
 */
@Stateless
@TenantBound
public class ViewChoices {

    @Inject
    private AuditTrail trail;

    @Inject
    private AccessPolicy access;

    @Inject
    private VisibleObjects objects;

    @Inject
    private SavedViews views;

    @Inject
    private SqlGateway sql;

    /**
     * What the caller has chosen in one view.
     *
     * @param columns empty when the view's own are shown
     * @param first   the list opens with this view
     */
    public record ViewChoice(String key, List<ViewColumn> columns, boolean first) {}

    /** Everything that the caller has chosen for lists of an object. Needs {@code read}. */
    public List<ViewChoice> of(String object) {
        access.require(objects.require(object), Operation.READ);
        return sql.query(
                "SELECT view_key, columns, is_first FROM view_choice"
                        + " WHERE tenant_id = ? AND member_id = ? AND object = ?",
                row -> new ViewChoice(row.getString(1), SettingsText.readColumns(row.getString(2)), row.getBoolean(3)),
                me(),
                object);
    }

    /**
     * Shows other columns to the caller alone. Needs {@code read}.
     *
     * @param columns empty goes back to the view's own
     * @throws RecordNotFound when the caller sees no such view
     * @throws io.guanxi.kernel.error.InvalidRecord when a column is none
     */
    public void showColumns(String object, String key, List<ViewColumn> columns) {
        ObjectDescriptor descriptor = require(object, key);
        ViewRules.require(descriptor, columns);
        sql.update(
                "INSERT INTO view_choice (tenant_id, member_id, object, view_key, columns, is_first)"
                        + " VALUES (?, ?, ?, ?, ?, FALSE) ON DUPLICATE KEY UPDATE columns = VALUES(columns)",
                me(),
                object,
                key,
                SettingsText.write(columns));
        trail.done(AuditArea.VIEWS, AuditAction.CHANGED, key, object, Map.of("ownColumns", columns));
    }

    /**
     * Opens the caller's list with this view from now on. Needs {@code read}.
     *
     * @param first false opens with the object's first view again, if it was this one
     * @throws RecordNotFound when the caller sees no such view
     */
    public void openFirst(String object, String key, boolean first) {
        require(object, key);
        if (first) {
            sql.update(
                    "UPDATE view_choice SET is_first = FALSE WHERE tenant_id = ? AND member_id = ? AND object = ?",
                    me(),
                    object);
        }
        sql.update(
                "INSERT INTO view_choice (tenant_id, member_id, object, view_key, columns, is_first)"
                        + " VALUES (?, ?, ?, ?, '[]', ?) ON DUPLICATE KEY UPDATE is_first = VALUES(is_first)",
                me(),
                object,
                key,
                first);
        trail.done(AuditArea.VIEWS, AuditAction.CHANGED, key, object, Map.of("first", first));
    }

    private ObjectDescriptor require(String object, String key) {
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, Operation.READ);
        boolean isShipped =
                descriptor.views().stream().anyMatch(view -> view.name().equals(key));
        if (!isShipped && !views.require(key).object().equals(object)) {
            throw new RecordNotFound();
        }
        return descriptor;
    }

    private static long me() {
        return CallContext.require().memberId();
    }
}
