package io.guanxi.kernel.record;

import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.LimitReached;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several changes in one call, each in a transaction of its own or all in one. */
@Stateless
@TenantBound
public class BulkService {

    /** Most steps of one request; more are a job. */
    public static final int MOST = 200;

    @Inject
    private RecordService records;

    /**
     * Each step by itself: a failed one does not touch the others.
     *
     * @return one result for each step, in order
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<BulkResult> applyEach(String object, List<BulkOperation> operations) {
        requireFew(operations);
        List<BulkResult> results = new ArrayList<>();
        for (BulkOperation operation : operations) {
            try {
                results.add(apply(object, operation));
            } catch (DomainException e) {
                results.add(new BulkResult(operation.id(), false, Optional.of(e)));
            } catch (EJBException e) {
                results.add(new BulkResult(operation.id(), false, Optional.of(e)));
            }
        }
        return results;
    }

    /**
     * All steps or none, together with whatever else the caller's transaction does.
     *
     * @throws AtomicFailure naming the first step that failed
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<BulkResult> applyAll(String object, List<BulkOperation> operations) {
        requireFew(operations);
        List<BulkResult> results = new ArrayList<>();
        for (BulkOperation operation : operations) {
            try {
                results.add(apply(object, operation));
            } catch (DomainException e) {
                throw new AtomicFailure(results.size(), e);
            }
        }
        return results;
    }

    private BulkResult apply(String object, BulkOperation operation) {
        return switch (operation.kind()) {
            case CREATE -> done(records.create(object, operation.data()).id(), true);
            case UPDATE ->
                done(
                        records.update(object, operation.id(), operation.expectedVersion(), operation.data())
                                .id(),
                        false);
            case UPSERT -> {
                Upserted upserted =
                        records.upsert(object, operation.externalSystem(), operation.externalId(), operation.data());
                yield done(upserted.record().id(), upserted.created());
            }
            case DELETE -> {
                records.delete(object, operation.id(), operation.expectedVersion());
                yield done(operation.id(), false);
            }
        };
    }

    private static BulkResult done(String id, boolean created) {
        return new BulkResult(id, created, Optional.empty());
    }

    private static void requireFew(List<BulkOperation> operations) {
        if (operations.size() > MOST) {
            throw new LimitReached("bulk", MOST);
        }
    }
}
