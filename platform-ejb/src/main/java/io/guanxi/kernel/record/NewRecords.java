package io.guanxi.kernel.record;

import io.guanxi.kernel.error.StaleRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes single records for callers that are in no transaction. Who makes one is behind no version of it:
 * when what it points to is changed at that very moment, MariaDB ends the transaction, and it is simply done again.
 */
@ApplicationScoped
public class NewRecords {

    private static final int ATTEMPTS = 3;

    @Inject
    private RecordService records;

    /**
     * A new record. Needs {@code write}.
     *
     * @param input external forms by field name
     * @throws io.guanxi.kernel.error.InvalidRecord when members are unknown, read-only, missing or wrong
     */
    public RecordView create(String object, Map<String, Object> input) {
        return again(() -> records.create(object, input));
    }

    /** Makes the record or changes it, whatever its version, as {@link RecordService#upsert} does. */
    public Upserted upsert(String object, String system, String externalId, Map<String, Object> input) {
        return again(() -> records.upsert(object, system, externalId, input));
    }

    private static <T> T again(Supplier<T> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                return write.get();
            } catch (StaleRecord e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
