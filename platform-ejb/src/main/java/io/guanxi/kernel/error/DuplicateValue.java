package io.guanxi.kernel.error;

/** A value that must be unique in the tenant is already taken. */
public class DuplicateValue extends DomainException {

    private final String field;

    public DuplicateValue(String field) {
        super("record.duplicate", field);
        this.field = field;
    }

    /** Name of the field whose value is taken. */
    public String field() {
        return field;
    }
}
