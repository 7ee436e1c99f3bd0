package io.guanxi.kernel.portability;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** People whom an archive brings are those of the same mail address; an archive knows no log-ins. */
@ApplicationScoped
public class LoadedPeople {

    @Inject
    private SqlGateway sql;

    /** A person of the tenant before. */
    public record Known(
            long id, String subject, String companySubject, String email, String name, String role, String status) {

        boolean hasLogIn() {
            return subject != null || companySubject != null;
        }
    }

    /** Somebody who cannot come in before they are invited. */
    public record Stranger(String email, String name) {}

    /** Everybody, as they are now. */
    List<Known> known() {
        return sql.query(
                "SELECT id, subject, company_subject, email, name, role, status FROM member WHERE tenant_id = ?",
                LoadedPeople::known);
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }

    /**
     * Ties people to the log-ins they had in the tenant. Of an archive of another tenant, those who were here before and are not
     * in it stay, so that nobody locks themselves out.
     */
    void settle(List<Known> before, boolean isOwn) {
        sql.change("UPDATE member SET status = 'INVITED' WHERE status = 'ACTIVE' AND tenant_id = ?");
        Map<String, Long> loaded = new HashMap<>();
        sql.query(
                "SELECT id, email FROM member WHERE tenant_id = ?",
                row -> loaded.put(address(row.getString(2)), row.getLong(1)));
        for (Known one : before) {
            Long id = loaded.get(address(one.email()));
            if (id != null && one.hasLogIn()) {
                sql.change(
                        "UPDATE member SET subject = ?, company_subject = ?,"
                                + " status = CASE WHEN status = 'INVITED' THEN 'ACTIVE' ELSE status END WHERE id = ? AND tenant_id = ?",
                        one.subject(),
                        one.companySubject(),
                        id);
            } else if (id == null && !isOwn) {
                add(one, loaded.containsValue(one.id()) ? RecordId.next() : one.id());
            }
        }
    }

    private void add(Known one, long id) {
        sql.update(
                "INSERT INTO member (tenant_id, id, version, subject, company_subject, email, name, role, status,"
                        + " created_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)",
                id,
                one.subject(),
                one.companySubject(),
                one.email(),
                one.name(),
                one.role(),
                one.status(),
                LocalDateTime.now(ZoneOffset.UTC));
    }

    /** Those who have no log-in in the tenant, less those who had been asked in before. */
    List<Stranger> strangers(List<Known> before) {
        Set<String> asked = before.stream().map(one -> address(one.email())).collect(Collectors.toSet());
        return sql
                .query(
                        "SELECT email, name FROM member WHERE tenant_id = ? AND status = 'INVITED' AND subject IS NULL AND company_subject IS NULL",
                        row -> new Stranger(row.getString(1), row.getString(2)))
                .stream()
                .filter(one -> !asked.contains(address(one.email())))
                .toList();
    }

    private static String address(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
