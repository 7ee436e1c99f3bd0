package io.guanxi.kernel.audit;

import io.guanxi.kernel.audit.Member.Source;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * History that goes by right, such as with the object it belongs to. That it went is an entry of the trail, with the digest of
 * the ids, so that a check of the seals tells it from what was taken away in secret.
 */
@ApplicationScoped
public class AuditRemovals {

    static final String DIGEST = "digest";
    static final String ENTRIES = "entries";

    private static final byte[] NOTHING = new byte[Sha256.LENGTH];

    @Inject
    private SqlGateway sql;

    @Inject
    private AuditTrail trail;

    /** Erases the history of some records, in the caller's transaction. */
    public void eraseHistory(String object, Collection<Long> records) {
        Set<Long> ids = new HashSet<>();
        records.forEach(record -> ids.addAll(sql.query(
                "SELECT id FROM record_change WHERE tenant_id = ? AND object = ? AND record_id = ?",
                row -> row.getLong(1),
                object,
                record)));
        if (ids.isEmpty()) {
            return;
        }
        byte[] members = Member.pack(ids.stream()
                .map(id -> new Member(id, Source.RECORD_CHANGE, NOTHING))
                .toList());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(ENTRIES, ids.size());
        details.put(DIGEST, Sha256.hex(members));
        long entry = trail.done(AuditArea.AUDIT, AuditAction.ERASED, object, object, details);
        sql.update("INSERT INTO audit_removal (tenant_id, entry_id, members) VALUES (?, ?, ?)", entry, members);
        sql.batch(
                "DELETE FROM record_change WHERE tenant_id = ? AND id = ?",
                ids.stream().map(id -> new Object[] {id}).toList());
    }

    /** Whether anything was taken away since the id of an entry. */
    boolean isAnySince(long entry) {
        return !sql.query(
                        "SELECT entry_id FROM audit_removal WHERE tenant_id = ? AND entry_id >= ? LIMIT 1",
                        row -> row.getLong(1),
                        entry)
                .isEmpty();
    }

    /** One removal: which entry tells of it, the digest of its ids, and these. */
    record Removal(long entry, String digest, List<Member> members) {}

    List<Removal> all() {
        return sql.query("SELECT entry_id, members FROM audit_removal WHERE tenant_id = ? ORDER BY entry_id", row -> {
            byte[] members = row.getBytes(2);
            return new Removal(row.getLong(1), Sha256.hex(members), Member.unpack(members));
        });
    }

    /** Forgets removals that were told by entries that are gone. */
    void forget(Collection<Member.Key> entries) {
        sql.batch(
                "DELETE FROM audit_removal WHERE tenant_id = ? AND entry_id = ?",
                entries.stream()
                        .filter(key -> key.source() == Source.AUDIT_ENTRY)
                        .map(key -> new Object[] {key.id()})
                        .toList());
    }
}
