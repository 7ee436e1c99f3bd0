package io.guanxi.kernel.record;

import io.guanxi.kernel.error.FieldError;
import java.util.List;

/**
 * What became of one imported row.
 *
 * @param errors why nothing did; empty unless it failed
 */
public record RowOutcome(Kind kind, List<FieldError> errors) {

    /** What a row did to the imported object. */
    public enum Kind {
        CREATED,
        UPDATED,
        SKIPPED,
        FAILED
    }

    static RowOutcome of(Kind kind) {
        return new RowOutcome(kind, List.of());
    }

    static RowOutcome failed(List<FieldError> errors) {
        return new RowOutcome(Kind.FAILED, errors);
    }
}
