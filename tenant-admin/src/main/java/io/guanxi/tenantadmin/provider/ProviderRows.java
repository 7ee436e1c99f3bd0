package io.guanxi.tenantadmin.provider;

import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is kept of a company's identity provider. Each change is told to the audit, without what is secret. */
@Stateless
@TenantBound
public class ProviderRows {

    private static final String SUBJECT = "identity-provider";

    @Inject
    private SqlGateway sql;

    @Inject
    private AuditTrail trail;

    /** The caller's company's; empty when it has none. */
    public Optional<CompanyProvider> find() {
        return sql
                .query(
                        "SELECT protocol, address, client, verified_only, details, active, version, changed_at FROM identity_provider"
                                + " WHERE tenant_id = ?",
                        ProviderRows::read)
                .stream()
                .findFirst();
    }

    /**
     * Keeps it in the place of what was there.
     *
     * @param isNewSecret whether the secret changed with it; that alone is told
     * @throws StaleRecord when somebody else changed it since
     */
    public void put(CompanyProvider provider, boolean isNewSecret) {
        Optional<CompanyProvider> before = find();
        long known = before.map(CompanyProvider::version).orElse(0L);
        if (known != provider.version() - 1) {
            throw new StaleRecord(known);
        }
        sql.update("DELETE FROM identity_provider WHERE tenant_id = ? AND version = ?", known);
        sql.update(
                "INSERT INTO identity_provider"
                        + " (tenant_id, protocol, address, client, verified_only, details, active, version, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                provider.protocol().name(),
                provider.address().orElse(null),
                provider.clientId().orElse(null),
                provider.verifiedOnly(),
                provider.details().write(),
                provider.active(),
                provider.version(),
                LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
        Map<String, Object> told = told(provider);
        if (isNewSecret) {
            told.put("clientSecret", true);
        }
        trail.changed(
                AuditArea.SECURITY,
                SUBJECT,
                provider.details().entity(),
                before.map(ProviderRows::told).orElse(Map.of()),
                told);
    }

    public void remove() {
        find().ifPresent(before -> {
            sql.update("DELETE FROM identity_provider WHERE tenant_id = ?");
            trail.removed(AuditArea.SECURITY, SUBJECT, before.details().entity(), told(before));
        });
    }

    private static Map<String, Object> told(CompanyProvider provider) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("protocol", provider.protocol().word());
        told.put("address", provider.address());
        told.put("clientId", provider.clientId());
        told.put("verifiedOnly", provider.verifiedOnly());
        told.put("entity", provider.details().entity());
        told.put("signIn", provider.details().signIn());
        told.put("active", provider.active());
        return told;
    }

    private static CompanyProvider read(ResultSet row) throws SQLException {
        return new CompanyProvider(
                Protocol.valueOf(row.getString(1)),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                row.getBoolean(4),
                ProviderDetails.read(row.getString(5)),
                row.getBoolean(6),
                row.getLong(7),
                row.getObject(8, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
