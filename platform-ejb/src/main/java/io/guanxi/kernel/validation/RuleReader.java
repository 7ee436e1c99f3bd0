package io.guanxi.kernel.validation;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the rules of the caller's tenant outside any transaction, for the reason its definitions are read so. */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RuleReader {

    @Inject
    private SqlGateway sql;

    /** All rules, the oldest first. */
    public List<RuleRow> all() {
        return sql.query(RuleRow.COLUMNS + " ORDER BY created_at, id", RuleRow::read);
    }
}
