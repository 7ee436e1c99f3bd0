package io.guanxi.kernel.custom;

import io.guanxi.kernel.error.DomainException;
import java.util.List;
import java.util.stream.Collectors;

/** A field, or a choice of one, cannot go while something uses it. */
public class FieldInUse extends DomainException {

    private final transient List<FieldUses.Use> uses;

    FieldInUse(List<FieldUses.Use> uses) {
        super(
                "custom.inUse",
                uses.size(),
                uses.stream().map(FieldUses.Use::name).collect(Collectors.joining(", ")));
        this.uses = uses;
    }

    /** Never empty. */
    public List<FieldUses.Use> uses() {
        return uses;
    }
}
