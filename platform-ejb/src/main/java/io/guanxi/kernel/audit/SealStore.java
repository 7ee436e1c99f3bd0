package io.guanxi.kernel.audit;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The seals of the caller's tenant. */
@ApplicationScoped
public class SealStore {

    private static final String COLUMNS = "SELECT seal_no, late, from_id, to_id, entries, sealed_at, content_hash,"
            + " previous_hash, seal_hash, signature FROM audit_seal WHERE tenant_id = ?";

    @Inject
    private SqlGateway sql;

    @Inject
    @ConfigProperty(name = "guanxi.secret.key")
    private String secret;

    SealKey key() {
        return new SealKey(CallContext.require().tenantId(), secret);
    }

    Optional<Seal> last() {
        return sql.query(COLUMNS + " ORDER BY seal_no DESC LIMIT 1", SealStore::read).stream()
                .findFirst();
    }

    /**
     * The last one, as nobody else can change it any more: who waited for a chain to be replaced goes on with the new one. To be
     * asked before anything else is read in the transaction.
     */
    Optional<Seal> lockLast() {
        return sql.query(COLUMNS + " ORDER BY seal_no DESC LIMIT 1 FOR UPDATE", SealStore::read).stream()
                .findFirst();
    }

    /** Those after one, in order. */
    List<Seal> after(long number, int most) {
        return sql.query(COLUMNS + " AND seal_no > ? ORDER BY seal_no LIMIT " + most, SealStore::read, number);
    }

    /** Those made after a time, the last first. */
    List<Seal> since(LocalDateTime time) {
        return sql.query(COLUMNS + " AND sealed_at > ? ORDER BY seal_no DESC", SealStore::read, time);
    }

    /** The first ones, as far as they were made before a time; never the last, which the next one goes on from. */
    List<Seal> firstBefore(LocalDateTime time, int most) {
        long last = last().map(Seal::number).orElse(0L);
        return after(0, most).stream()
                .takeWhile(seal -> seal.sealedAt().isBefore(time) && seal.number() < last)
                .toList();
    }

    /** The numbers of all seals over entries that came late. */
    List<Long> late() {
        return sql.query(
                "SELECT seal_no FROM audit_seal WHERE tenant_id = ? AND late = TRUE ORDER BY seal_no",
                row -> row.getLong(1));
    }

    /** What a seal is of; empty when that is not to be read any more. */
    List<Member> members(long number) {
        return sql
                .query(
                        "SELECT members FROM audit_seal WHERE tenant_id = ? AND seal_no = ?",
                        row -> row.getBytes(1),
                        number)
                .stream()
                .findFirst()
                .map(SealStore::unpacked)
                .orElse(List.of());
    }

    /** Who tampers may leave what is no list at all. */
    private static List<Member> unpacked(byte[] packed) {
        try {
            return Member.unpack(packed);
        } catch (IllegalArgumentException spoilt) {
            return List.of();
        }
    }

    void append(Seal seal, Collection<Member> members) {
        sql.update(
                "INSERT INTO audit_seal (tenant_id, seal_no, late, from_id, to_id, entries, sealed_at, content_hash,"
                        + " previous_hash, seal_hash, signature, members) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                seal.number(),
                seal.late(),
                seal.fromId(),
                seal.toId(),
                seal.entries(),
                seal.sealedAt(),
                seal.contentHash(),
                seal.previousHash(),
                seal.hash(),
                seal.signature(),
                Member.pack(members));
    }

    void delete(long number) {
        sql.update("DELETE FROM audit_seal WHERE tenant_id = ? AND seal_no = ?", number);
    }

    private static Seal read(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong(1),
                row.getBoolean(2),
                row.getLong(3),
                row.getLong(4),
                row.getInt(5),
                row.getObject(6, LocalDateTime.class),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }
}
