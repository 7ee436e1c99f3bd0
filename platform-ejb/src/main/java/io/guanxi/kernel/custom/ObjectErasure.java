package io.guanxi.kernel.custom;

import io.guanxi.kernel.audit.AuditRemovals;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/** Erases what is left of an object that was taken away. The job has checked permissions. */
@Stateless
@TenantBound
public class ObjectErasure {

    /** Records of one transaction. */
    static final int CHUNK = 500;

    @Inject
    private SqlGateway sql;

    @Inject
    private DefinitionVersion version;

    @Inject
    private AuditRemovals removals;

    @Inject
    private Event<RecordsErased> recordsErased;

    @Inject
    private Event<ObjectErased> objectErased;

    /** Whether there is anything left of the object. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean isLeft(long object) {
        return !sql.query("SELECT id FROM custom_object WHERE tenant_id = ? AND id = ?", row -> row.getLong(1), object)
                .isEmpty();
    }

    /** How many records are left. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public long count(long object) {
        return sql.query(
                        "SELECT COUNT(*) FROM custom_record WHERE tenant_id = ? AND object_id = ?",
                        row -> row.getLong(1),
                        object)
                .get(0);
    }

    /** The records that go next. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Long> next(long object) {
        return sql.query(
                "SELECT id FROM custom_record WHERE tenant_id = ? AND object_id = ? ORDER BY id LIMIT " + CHUNK,
                row -> row.getLong(1),
                object);
    }

    /** Erases records with all that the kernel keeps about them; others are told. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void erase(String object, String path, List<Long> ids) {
        List<Object[]> named = ids.stream().map(id -> new Object[] {object, id}).toList();
        List<Object[]> plain = ids.stream().map(id -> new Object[] {id}).toList();
        sql.batch("DELETE FROM custom_value WHERE tenant_id = ? AND record_id = ?", plain);
        sql.batch("DELETE FROM record_tag WHERE tenant_id = ? AND object = ? AND record_id = ?", named);
        removals.eraseHistory(object, ids);
        sql.batch("DELETE FROM custom_record WHERE tenant_id = ? AND id = ?", plain);
        recordsErased.fire(new RecordsErased(object, path, ids));
    }

    /** The definition goes last: its name is free from then on. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void finish(long object, String name, String path) {
        version.lock();
        sql.update("DELETE FROM custom_field WHERE tenant_id = ? AND object = ?", name);
        sql.update("DELETE FROM completeness_weight WHERE tenant_id = ? AND object = ?", name);
        sql.update("DELETE FROM custom_object WHERE tenant_id = ? AND id = ?", object);
        objectErased.fire(new ObjectErased(name, path));
        version.tell();
    }
}
