package io.guanxi.kernel.closing;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Closings as rows. */
final class ClosingRows {

    private static final String SELECT =
            "SELECT tenant_id, company_name, reason, owner_name, owner_email, locale, zone,"
                    + " closed_at, erase_at, told_at, reminded_at, step, failure FROM tenant_closing WHERE ";

    private ClosingRows() {}

    static Optional<Closing> find(SqlGateway sql, int tenant) {
        return list(sql, "tenant_id = ?", tenant).stream().findFirst();
    }

    static List<Closing> list(SqlGateway sql, String where, Object... values) {
        return sql.queryPlatform(SELECT + where, ClosingRows::read, values);
    }

    static void add(SqlGateway sql, Closing closing, Tenant.Status before) {
        sql.updatePlatform(
                "INSERT INTO tenant_closing (tenant_id, status_before, reason, owner_name, owner_email, company_name, locale,"
                        + " zone, closed_at, erase_at, step) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                closing.tenantId(),
                before.name(),
                closing.reason(),
                closing.ownerName(),
                closing.ownerEmail(),
                closing.company(),
                closing.locale().toLanguageTag(),
                closing.zone().getId(),
                utc(closing.closedAt()),
                utc(closing.eraseAt()),
                closing.step().name());
    }

    /** Removes one that can still be taken back; the status that the company had before, empty when there is none. */
    static Optional<Tenant.Status> takeBack(SqlGateway sql, int tenant) {
        Optional<Tenant.Status> before = sql
                .queryPlatform(
                        "SELECT status_before FROM tenant_closing WHERE tenant_id = ? AND step = 'WAITING' FOR UPDATE",
                        row -> Tenant.Status.valueOf(row.getString(1)),
                        tenant)
                .stream()
                .findFirst();
        before.ifPresent(found ->
                sql.updatePlatform("DELETE FROM tenant_closing WHERE tenant_id = ? AND step = 'WAITING'", tenant));
        return before;
    }

    private static Closing read(ResultSet row) throws SQLException {
        return new Closing(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Locale.forLanguageTag(row.getString(6)),
                ZoneId.of(row.getString(7)),
                instant(row.getObject(8, LocalDateTime.class)),
                instant(row.getObject(9, LocalDateTime.class)),
                row.getObject(10) != null,
                row.getObject(11) != null,
                Closing.Step.valueOf(row.getString(12)),
                Optional.ofNullable(row.getString(13)));
    }

    static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
