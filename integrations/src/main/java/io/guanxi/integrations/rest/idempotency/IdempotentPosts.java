package io.guanxi.integrations.rest.idempotency;

import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.Failures;
import io.guanxi.integrations.rest.problems.ProblemType;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.error.StaleRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Answers POST requests, those with an {@code Idempotency-Key} once.
 *
 * <p>Only success is stored. A refused request had no effect, so sending it again, corrected or not, under the same key
 * is a new attempt.
 */
@ApplicationScoped
public class IdempotentPosts {

    /** Header of an answer that was given before. */
    static final String REPLAYED = "Idempotent-Replayed";

    private static final Duration CLEANING_INTERVAL = Duration.ofHours(1);

    /** A deadlock lets one of its requests through; the others find that one's answer when they try again. */
    private static final int ATTEMPTS = 3;

    @Inject
    private IdempotencyStore store;

    private final Map<Integer, Instant> cleaned = new ConcurrentHashMap<>();

    /**
     * Does the work, or gives the answer it had before.
     *
     * @param header value of the {@code Idempotency-Key}; null does the work in any case
     * @throws ApiProblem 422 when the key belongs to another request, 409 when that is still being worked on
     */
    public Response answer(String header, Fingerprint fingerprint, Supplier<Answer> work) {
        Optional<IdempotencyKey> key = IdempotencyKey.parse(header);
        if (key.isEmpty()) {
            return work.get().toResponse().build();
        }
        forgetOldAnswers();
        return once(key.get(), fingerprint, () -> store.runOnce(key.get(), fingerprint, work))
                .toResponse();
    }

    /**
     * The answer the request had before, for requests whose work begins before its transaction.
     *
     * @throws ApiProblem 422 when the key belongs to another request
     */
    public Optional<Response> findAnswer(String header, Fingerprint fingerprint) {
        return IdempotencyKey.parse(header)
                .flatMap(store::find)
                .map(stored -> replay(stored, fingerprint).toResponse());
    }

    /** Whether the answer was given before, so that what was prepared for it is of no use. */
    public static boolean isReplay(Response answer) {
        return answer.getHeaderString(REPLAYED) != null;
    }

    /**
     * The same for work that does its parts one by one, each by {@link #part}, so that a repeated request goes on
     * where a broken one ended.
     */
    public Response answerInParts(IdempotencyKey key, Fingerprint fingerprint, Supplier<Answer> work) {
        forgetOldAnswers();
        return once(key, fingerprint, () -> {
                    Answer answer = work.get();
                    store.keep(key, fingerprint, answer);
                    return answer;
                })
                .toResponse();
    }

    /** One part of a request: done at most once, whatever becomes of the others. */
    public Answer part(IdempotencyKey key, int index, Fingerprint fingerprint, Supplier<Answer> work) {
        IdempotencyKey part = key.part(index);
        return once(part, fingerprint, () -> store.runOnce(part, fingerprint, work))
                .answer();
    }

    /** What got in the way of another request was rolled back as a whole, so that it may be tried again. */
    private Outcome once(IdempotencyKey key, Fingerprint fingerprint, Supplier<Answer> work) {
        for (int attempt = 1; ; attempt++) {
            Optional<StoredAnswer> stored = store.find(key);
            if (stored.isPresent()) {
                return replay(stored.get(), fingerprint);
            }
            try {
                return new Outcome(work.get(), false);
            } catch (KeyTaken e) {
                if (attempt == ATTEMPTS) {
                    throw inProgress().causedBy(e);
                }
                store.forgetOld();
            } catch (RuntimeException e) {
                if (Failures.isLockTimeout(e)) {
                    throw inProgress().causedBy(e);
                }
                if (attempt == ATTEMPTS || !Failures.isContention(e) && !isChangedMeanwhile(e)) {
                    throw e;
                }
            }
        }
    }

    /** What a new record points to was changed at that very moment; nobody's version is behind. */
    private static boolean isChangedMeanwhile(RuntimeException failure) {
        return failure instanceof StaleRecord stale && stale.currentVersion().isEmpty();
    }

    private static Outcome replay(StoredAnswer stored, Fingerprint fingerprint) {
        if (!stored.fingerprint().equals(fingerprint.hex())) {
            throw new ApiProblem(ProblemType.IDEMPOTENCY_KEY_REUSED, "idempotency.reused");
        }
        return new Outcome(stored.answer(), true);
    }

    private static ApiProblem inProgress() {
        return new ApiProblem(ProblemType.REQUEST_IN_PROGRESS, Map.of("Retry-After", "1"), "idempotency.inProgress");
    }

    /** Now and then, for the tenant at hand: no caller may touch the rows of another. */
    private void forgetOldAnswers() {
        Instant now = Instant.now();
        int tenant = CallContext.require().tenantId();
        Instant due = now.minus(CLEANING_INTERVAL);
        boolean claimed =
                now.equals(cleaned.compute(tenant, (id, last) -> last == null || last.isBefore(due) ? now : last));
        if (claimed) {
            store.forgetOld();
        }
    }

    private record Outcome(Answer answer, boolean replayed) {
        Response toResponse() {
            Response.ResponseBuilder response = answer.toResponse();
            if (replayed) {
                response.header(REPLAYED, "true");
            }
            return response.build();
        }
    }
}
