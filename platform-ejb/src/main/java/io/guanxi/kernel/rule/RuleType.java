package io.guanxi.kernel.rule;

import dev.cel.common.types.CelType;
import io.guanxi.kernel.object.FieldType;

/** What a rule is expected to give. */
public enum RuleType {
    /** True or false; an absent result is false. */
    CONDITION(Kinds.BOOL),
    TEXT(Kinds.TEXT),
    INTEGER(Kinds.INT),
    /** Whole numbers are taken as well. */
    DECIMAL(Kinds.DECIMAL),
    MONEY(Kinds.MONEY),
    DATE(Kinds.DATE),
    INSTANT(Kinds.INSTANT),
    /** A list of texts. */
    TEXTS(Kinds.TEXTS),
    /** Whatever comes, for trying a rule out. */
    ANY(null);

    private final CelType type;

    RuleType(CelType type) {
        this.type = type;
    }

    /** What a formula for a field of this type must give. */
    public static RuleType of(FieldType type) {
        return switch (ValueForm.of(type)) {
            case INTEGER -> INTEGER;
            case DECIMAL -> DECIMAL;
            case MONEY -> MONEY;
            case BOOLEAN -> CONDITION;
            case DATE -> DATE;
            case INSTANT -> INSTANT;
            case TEXTS -> TEXTS;
            default -> TEXT;
        };
    }

    boolean takes(CelType given) {
        return type == null
                || given.equals(type)
                || given.equals(Kinds.NOTHING) && this != CONDITION
                || this == DECIMAL && given.equals(Kinds.INT);
    }

    TypeName typeName() {
        return TypeName.of(type == null ? Kinds.ANY : type);
    }
}
