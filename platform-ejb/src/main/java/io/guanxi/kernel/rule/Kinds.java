package io.guanxi.kernel.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;

/** The types of the rule language as the checker knows them, short enough for tables of functions. */
final class Kinds {

    static final CelType TEXT = SimpleType.STRING;
    static final CelType INT = SimpleType.INT;
    static final CelType DECIMAL = SimpleType.DOUBLE;
    static final CelType BOOL = SimpleType.BOOL;
    static final CelType INSTANT = SimpleType.TIMESTAMP;
    static final CelType DATE = OpaqueType.create("date");
    static final CelType MONEY = MoneyValue.TYPE;
    static final CelType NOTHING = SimpleType.NULL_TYPE;
    static final CelType PATTERN = OpaqueType.create("pattern");
    static final TypeParamType ANY = TypeParamType.create("A");
    static final CelType LIST = ListType.create(ANY);
    static final CelType TEXTS = listOf(TEXT);

    private Kinds() {}

    static CelType listOf(CelType element) {
        return ListType.create(element);
    }
}
