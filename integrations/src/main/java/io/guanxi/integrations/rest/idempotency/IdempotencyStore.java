package io.guanxi.integrations.rest.idempotency;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.DatabaseFailure;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers by the caller's tenant, client and key. Needs no grant: whoever may send the request may know its answer.
 */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IdempotencyStore {

    /** How long an answer is kept at least. */
    static final Duration KEPT = Duration.ofHours(24);

    /** MySQL and MariaDB, {@code ER_DUP_ENTRY}. */
    private static final int DUPLICATE_ENTRY = 1062;

    private static final String INSERT = "INSERT INTO idempotency_key"
            + " (tenant_id, client_id, request_key, fingerprint, created_at, status, location, etag, body)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final Answer PENDING = new Answer(0, null, null, new byte[0]);

    @Inject
    private SqlGateway sql;

    /** The answer stored under the caller's key; empty when there is none or it is older than a day. */
    public Optional<StoredAnswer> find(IdempotencyKey key) {
        return sql
                .query(
                        "SELECT fingerprint, status, location, etag, body FROM idempotency_key"
                                + " WHERE tenant_id = ? AND client_id = ? AND request_key = ? AND created_at >= ?",
                        IdempotencyStore::read,
                        client(),
                        key.value(),
                        oldest())
                .stream()
                .findFirst();
    }

    /**
     * Carries out the work and stores its answer in one transaction: both happen or neither. A second call with the
     * key waits for the first.
     *
     * @throws KeyTaken when the key has an answer already, or one that is too old and still stored; the work was not
     *     begun
     */
    public Answer runOnce(IdempotencyKey key, Fingerprint fingerprint, Supplier<Answer> work) {
        claim(key);
        Answer answer = work.get();
        complete(key, fingerprint, answer);
        return answer;
    }

    /**
     * Stores the answer of work that was carried out in parts of its own.
     *
     * @throws KeyTaken when another request was quicker: its answer stays
     */
    public void keep(IdempotencyKey key, Fingerprint fingerprint, Answer answer) {
        claim(key);
        complete(key, fingerprint, answer);
    }

    /** Forgets the tenant's answers older than a day. */
    public void forgetOld() {
        sql.update("DELETE FROM idempotency_key WHERE tenant_id = ? AND created_at < ?", oldest());
    }

    /**
     * Only an insert: looking for the row first would lock the gap where it belongs, and callers who each hold the gap
     * wait for each other in vain.
     */
    private void claim(IdempotencyKey key) {
        try {
            sql.update(INSERT, values(key, "", PENDING));
        } catch (DatabaseFailure e) {
            if (e.getCause() instanceof SQLException cause && cause.getErrorCode() == DUPLICATE_ENTRY) {
                throw new KeyTaken(e);
            }
            throw e;
        }
    }

    /** Puts the answer in the place of the claim. */
    private void complete(IdempotencyKey key, Fingerprint fingerprint, Answer answer) {
        String hex = fingerprint.hex();
        Stream<Object> update = Stream.of(hex, answer.status(), answer.location(), answer.etag(), answer.body());
        sql.update(
                INSERT + " ON DUPLICATE KEY UPDATE fingerprint = ?, status = ?, location = ?, etag = ?, body = ?",
                Stream.concat(Stream.of(values(key, hex, answer)), update).toArray());
    }

    private static Object[] values(IdempotencyKey key, String fingerprint, Answer answer) {
        return new Object[] {
            client(), key.value(), fingerprint, now(), answer.status(), answer.location(), answer.etag(), answer.body()
        };
    }

    private static long client() {
        return CallContext.require().memberId();
    }

    private static LocalDateTime oldest() {
        return now().minus(KEPT);
    }

    /** As the column keeps it, in UTC. */
    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    private static StoredAnswer read(ResultSet row) throws SQLException {
        return new StoredAnswer(
                row.getString(1), new Answer(row.getInt(2), row.getString(3), row.getString(4), row.getBytes(5)));
    }
}
