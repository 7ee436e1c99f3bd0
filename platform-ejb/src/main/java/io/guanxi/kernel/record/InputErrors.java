package io.guanxi.kernel.record;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import java.util.ArrayList;
import java.util.List;

/** Collects everything wrong with an input, so that callers hear of all errors at once. */
final class InputErrors {

    private final List<FieldError> errors = new ArrayList<>();

    /** Adds an error and gives null, the value of a field that could not be read. */
    Object add(String pointer, String code, Object... args) {
        errors.add(FieldError.of(pointer, code, args));
        return null;
    }

    void add(FieldError error) {
        errors.add(error);
    }

    boolean hasUnder(String pointer) {
        return errors.stream()
                .map(FieldError::pointer)
                .anyMatch(wrong -> wrong.equals(pointer) || wrong.startsWith(pointer + "/"));
    }

    boolean isAny() {
        return !errors.isEmpty();
    }

    boolean hasAt(String pointer) {
        return errors.stream().anyMatch(error -> error.pointer().equals(pointer));
    }

    /**
     * @throws InvalidRecord when there is any
     */
    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }
}
