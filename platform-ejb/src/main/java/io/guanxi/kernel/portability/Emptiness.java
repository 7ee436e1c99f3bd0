package io.guanxi.kernel.portability;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.database.TableShape;
import io.guanxi.kernel.database.TenantSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether a company has nothing yet but the samples that it began with. */
@ApplicationScoped
public class Emptiness {

    @Inject
    private TenantSchema schema;

    @Inject
    private SqlGateway sql;

    /**
     * @throws ArchiveRefused when it has records or objects of its own
     */
    void require() {
        long records = schema.tables().stream()
                .filter(Emptiness::hasRecords)
                .mapToLong(table -> count(table.name(), " AND deleted_at IS NULL"))
                .sum();
        if (records > count("sample_record", "") || count("custom_object", "") > 0) {
            throw ArchiveRefused.notEmpty();
        }
    }

    private static boolean hasRecords(TableShape table) {
        return table.find("sort_key").isPresent() && table.find("deleted_at").isPresent();
    }

    private long count(String table, String which) {
        return sql.query(
                        "SELECT COUNT(*) FROM " + PortableTable.quoted(table) + " WHERE tenant_id = ?" + which,
                        row -> row.getLong(1))
                .get(0);
    }
}
