package io.guanxi.documents;

import io.guanxi.kernel.custom.RecordsErased;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Documents outlive what they were about when that is erased: from then on they are about nothing. */
@ApplicationScoped
public class ErasedSubjects {

    @Inject
    private SqlGateway sql;

    void release(@Observes RecordsErased erased) {
        sql.batch(
                "UPDATE document SET version = version + 1, related_object = NULL, related_id = NULL"
                        + " WHERE tenant_id = ? AND related_id = ? AND related_object = ?",
                erased.ids().stream()
                        .map(id -> new Object[] {RecordId.format(id), erased.path()})
                        .toList());
    }
}
