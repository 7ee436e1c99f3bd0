package io.guanxi.kernel.rule;

import java.util.List;
import java.util.Optional;

/** What the rule language can do, for help pages and editors. */
public final class FunctionCatalogue {

    private FunctionCatalogue() {}

    /** Every function, macro and operator, related ones beside each other. */
    public static List<RuleFunction> functions() {
        return FunctionTable.entries();
    }

    public static Optional<RuleFunction> find(String name) {
        return FunctionTable.find(name);
    }
}
