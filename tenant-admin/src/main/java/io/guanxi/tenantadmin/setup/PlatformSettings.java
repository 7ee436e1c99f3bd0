package io.guanxi.tenantadmin.setup;

import io.guanxi.kernel.database.SqlGateway;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Small facts of the whole installation, some of which expire. */
@Stateless
public class PlatformSettings {

    private static final Timestamp NEVER = null;

    @Inject
    private SqlGateway sql;

    /** What stands under the name; empty when nothing does or it has expired. */
    public Optional<String> find(String name) {
        return sql
                .queryPlatform(
                        "SELECT content FROM platform_setting"
                                + " WHERE name = ? AND (expires_at IS NULL OR expires_at > ?)",
                        row -> row.getString(1),
                        name,
                        Timestamp.from(Instant.now()))
                .stream()
                .findFirst();
    }

    /** Puts it there for good. */
    public void put(String name, String content) {
        write(name, content, NEVER);
    }

    public void put(String name, String content, Instant expiresAt) {
        write(name, content, Timestamp.from(expiresAt));
    }

    /**
     * Takes away something that expires, if exactly this stands there; of many who ask at once, one gets it.
     *
     * @return when it would have expired; empty when it is not there or has expired
     */
    public Optional<Instant> take(String name, String content) {
        List<Instant> expiry = sql.queryPlatform(
                "SELECT expires_at FROM platform_setting WHERE name = ? AND content = ? AND expires_at > ? FOR UPDATE",
                row -> row.getTimestamp(1).toInstant(),
                name,
                content,
                Timestamp.from(Instant.now()));
        if (!expiry.isEmpty()) {
            remove(name);
        }
        return expiry.stream().findFirst();
    }

    public void remove(String name) {
        sql.updatePlatform("DELETE FROM platform_setting WHERE name = ?", name);
    }

    private void write(String name, String content, Timestamp expiresAt) {
        sql.updatePlatform(
                "INSERT INTO platform_setting (name, content, expires_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE content = ?, expires_at = ?",
                name,
                content,
                expiresAt,
                content,
                expiresAt);
    }
}
