package io.guanxi.kernel.custom;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the definitions of the caller's tenant outside any transaction: a transaction that has read something before it locks
 * is aborted when the lock has to be waited for.
 */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DefinitionReader {

    @Inject
    private SqlGateway sql;

    /** Grows with every change of the tenant's definitions; 0 while there is none. */
    public long version() {
        return sql.query("SELECT version FROM custom_version WHERE tenant_id = ?", row -> row.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
    }

    /** The tenant's own objects in their order, without those that are being removed. */
    public List<CustomObjectRow> objects() {
        return sql.query(
                CustomObjectRow.COLUMNS + " AND removed_at IS NULL ORDER BY position, id", CustomObjectRow::read);
    }

    /** What the tenant has said about the weight of fields, by the name of their object. */
    public Map<String, Map<String, Integer>> weights() {
        Map<String, Map<String, Integer>> weights = new LinkedHashMap<>();
        sql.query(
                "SELECT object, field, weight FROM completeness_weight WHERE tenant_id = ? ORDER BY object, field",
                row -> weights.computeIfAbsent(row.getString(1), object -> new LinkedHashMap<>())
                        .put(row.getString(2), row.getInt(3)));
        return weights;
    }

    /** The tenant's own fields by the name of their object, in their order. */
    public Map<String, List<FieldDescriptor>> fields() {
        Map<String, List<FieldDescriptor>> fields = new LinkedHashMap<>();
        sql.query(DefinitionRow.COLUMNS + " ORDER BY position, id", DefinitionRow::read)
                .forEach(row -> fields.computeIfAbsent(row.definition().object(), object -> new ArrayList<>())
                        .add(row.descriptor()));
        return fields;
    }
}
