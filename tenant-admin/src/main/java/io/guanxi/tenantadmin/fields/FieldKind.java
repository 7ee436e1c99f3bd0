package io.guanxi.tenantadmin.fields;

import io.guanxi.kernel.object.Computation;

/** How a field comes by its value. */
public enum FieldKind {
    FILLED,
    FORMULA,
    ROLL_UP,
    NUMBERING;

    static FieldKind of(Computation computation) {
        if (computation instanceof Computation.Formula) {
            return FORMULA;
        } else if (computation instanceof Computation.RollUp) {
            return ROLL_UP;
        }
        return computation == null ? FILLED : NUMBERING;
    }
}
