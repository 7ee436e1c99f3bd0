package io.guanxi.kernel.error;

import java.util.List;

/** An input with errors: all of them at once. */
public class InvalidRecord extends DomainException {

    private final transient List<FieldError> errors;

    public InvalidRecord(List<FieldError> errors) {
        super("record.invalid", errors.size());
        this.errors = List.copyOf(errors);
    }

    public InvalidRecord(FieldError error) {
        this(List.of(error));
    }

    /** Never empty, in the order of the input. */
    public List<FieldError> errors() {
        return errors;
    }
}
