package io.guanxi.kernel.view;

import io.guanxi.kernel.custom.ObjectErased;
import io.guanxi.kernel.database.SqlGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Views go with their object, so that the next one of its name begins with none. */
@ApplicationScoped
public class ErasedViews {

    @Inject
    private SqlGateway sql;

    void remove(@Observes ObjectErased erased) {
        sql.update("DELETE FROM saved_view WHERE tenant_id = ? AND object = ?", erased.object());
        sql.update("DELETE FROM view_choice WHERE tenant_id = ? AND object = ?", erased.object());
    }
}
