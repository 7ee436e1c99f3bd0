package io.guanxi.kernel.layout;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the layouts of the caller's tenant. */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LayoutReader {

    @Inject
    private SqlGateway sql;

    /** Layouts by the name of their object and what they are for. */
    public Map<String, Map<LayoutKey, LayoutDefinition>> layouts() {
        Map<String, Map<LayoutKey, LayoutDefinition>> layouts = new HashMap<>();
        sql.query(
                "SELECT object, record_type, role, content FROM layout WHERE tenant_id = ?"
                        + " ORDER BY object, record_type, role",
                row -> layouts.computeIfAbsent(row.getString(1), object -> new LinkedHashMap<>())
                        .put(
                                new LayoutKey(row.getString(2), row.getString(3)),
                                LayoutJson.read(JsonTree.readObject(row.getString(4)))));
        return layouts;
    }

    /** The fields that give records their type, by the name of their object. */
    public Map<String, String> typeFields() {
        Map<String, String> fields = new HashMap<>();
        sql.query(
                "SELECT object, field FROM record_type_field WHERE tenant_id = ?",
                row -> fields.put(row.getString(1), row.getString(2)));
        return fields;
    }
}
