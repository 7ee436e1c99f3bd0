package io.guanxi.integrations.rest.idempotency;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers by the caller's tenant, client and key. Needs no grant: whoever may send the request may know its answer. */
@Stateless
public class IdempotencyStore {

    /** How long an answer is kept at least. */
    static final Duration KEPT = Duration.ofHours(24);

    @PersistenceContext
    private EntityManager entities;

    /** The answer stored under the caller's key, unless it is older than a day. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    StoredAnswer find(IdempotencyKey key) {
        return entry(key)
                .filter(entry -> !entry.isOlderThan(Instant.now().minus(KEPT)))
                .map(IdempotencyEntry::stored)
                .orElse(null);
    }

    /**
     * Carries out the work and stores its answer in one transaction: both happen or neither. A second call with the
     * key waits for the first.
     *
     * @throws KeyTaken when the key has an answer already; the work was not begun
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    Answer runOnce(IdempotencyKey key, Fingerprint fingerprint, Supplier<Answer> work) {
        IdempotencyEntry entry = claim(key);
        Answer answer = work.get();
        entry.complete(fingerprint.hex(), answer);
        return answer;
    }

    /** Stores the answer of work that was carried out in parts of its own; the first one stored stays. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    void keep(IdempotencyKey key, Fingerprint fingerprint, Answer answer) {
        claim(key).complete(fingerprint.hex(), answer);
    }

    /** Forgets the tenant's answers older than a day. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    void forgetOld() {
        entities.createQuery("DELETE FROM IdempotencyEntry e WHERE e.createdAt < :limit")
                .setParameter("limit", Instant.now().minus(KEPT))
                .executeUpdate();
    }

    private IdempotencyEntry claim(IdempotencyKey key) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        entry(key).filter(old -> old.isOlderThan(now.minus(KEPT))).ifPresent(old -> {
            entities.remove(old);
            entities.flush();
        });
        Caller caller = CallContext.require();
        IdempotencyEntry entry = new IdempotencyEntry(caller.tenantId(), caller.memberId(), key, now);
        try {
            entities.persist(entry);
            entities.flush();
            return entry;
        } catch (PersistenceException e) {
            if (isDuplicate(e)) {
                throw new KeyTaken(e);
            }
            throw e;
        }
    }

    private Optional<IdempotencyEntry> entry(IdempotencyKey key) {
        Caller caller = CallContext.require();
        return Optional.ofNullable(entities.find(
                IdempotencyEntry.class, new IdempotencyEntry.Key(caller.tenantId(), caller.memberId(), key)));
    }

    private static boolean isDuplicate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLIntegrityConstraintViolationException
                    || cause instanceof jakarta.persistence.EntityExistsException) {
                return true;
            }
        }
        return false;
    }
}
