package io.guanxi.kernel.imports;

import io.guanxi.kernel.custom.ObjectErased;
import io.guanxi.kernel.database.SqlGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Mappings go with their object, so that the next one of its name begins with none. */
@ApplicationScoped
public class ErasedMappings {

    @Inject
    private SqlGateway sql;

    void remove(@Observes ObjectErased erased) {
        sql.update("DELETE FROM import_mapping WHERE tenant_id = ? AND object = ?", erased.object());
    }
}
