package io.guanxi.kernel.security;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What the caller's company asks of those who come in. Its admins change it, and it counts for running sessions as well. */
@Stateless
@TenantBound
public class SecuritySettings {

    @Inject
    private SqlGateway sql;

    @Inject
    private AccessPolicy policy;

    @Inject
    private AuditTrail trail;

    @Inject
    private Event<SecurityChanged> changes;

    /** As it is now. Needs {@link Feature#ADMINISTER}. */
    public SecurityPolicy read() {
        policy.require(Feature.ADMINISTER);
        return known();
    }

    /** As it is now, for the product itself, which keeps it. */
    public SecurityPolicy known() {
        return sql
                .query(
                        "SELECT session_minutes, idle_minutes, addresses, version, factor_since, factor_days"
                                + " FROM security_policy"
                                + " WHERE tenant_id = ?",
                        SecuritySettings::policy)
                .stream()
                .findFirst()
                .orElse(SecurityPolicy.NONE);
    }

    /**
     * Changes all of it. Needs {@link Feature#ADMINISTER}.
     *
     * @param expected version of what was read; empty when any will do
     * @throws InvalidRecord with everything that is wrong, also that the caller would be shut out and did not confirm it
     * @throws StaleRecord   when somebody else changed it since
     */
    public SecurityPolicy change(OptionalLong expected, SecurityInput input) {
        policy.require(Feature.ADMINISTER);
        sql.update("INSERT INTO security_policy (tenant_id, version) VALUES (?, 0)"
                + " ON DUPLICATE KEY UPDATE version = version");
        SecurityPolicy before = known();
        if (expected.isPresent() && expected.getAsLong() != before.version()) {
            throw new StaleRecord(before.version());
        }
        SecurityPolicy wanted = input.checked(before, CallOrigin.current());
        int changed = sql.change(
                "UPDATE security_policy SET session_minutes = ?, idle_minutes = ?, addresses = ?, factor_since = ?,"
                        + " factor_days = ?, version = ? WHERE version = ? AND tenant_id = ?",
                wanted.length().map(Duration::toMinutes).orElse(null),
                wanted.idle().map(Duration::toMinutes).orElse(null),
                wanted.addresses().isEmpty()
                        ? null
                        : wanted.addresses().stream().map(Object::toString).collect(Collectors.joining("\n")),
                wanted.factor().map(factor -> utc(factor.since())).orElse(null),
                wanted.factor().map(SecondFactor::days).orElse(null),
                wanted.version(),
                before.version());
        if (changed == 0) {
            throw new StaleRecord(wanted.version());
        }
        trail.changed(AuditArea.SECURITY, "security", "", told(before), told(wanted));
        changes.fire(new SecurityChanged(CallContext.require().tenantId()));
        return wanted;
    }

    private static Map<String, Object> told(SecurityPolicy policy) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("sessionMinutes", policy.length().map(Duration::toMinutes));
        told.put("idleMinutes", policy.idle().map(Duration::toMinutes));
        told.put("addresses", policy.addresses());
        told.put("secondFactorFrom", policy.factor().map(SecondFactor::from));
        return told;
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static SecurityPolicy policy(ResultSet row) throws SQLException {
        int days = row.getInt(6);
        return new SecurityPolicy(
                minutes(row, 1),
                minutes(row, 2),
                Optional.ofNullable(row.getString(3)).stream()
                        .flatMap(String::lines)
                        .map(AddressRange::parse)
                        .toList(),
                Optional.ofNullable(row.getObject(5, LocalDateTime.class))
                        .map(since -> since.toInstant(ZoneOffset.UTC))
                        .map(since -> new SecondFactor(since, days)),
                row.getLong(4));
    }

    private static Optional<Duration> minutes(ResultSet row, int column) throws SQLException {
        int minutes = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
    }
}
