package io.guanxi.kernel.rule;

import java.util.List;

/** What stops an evaluation, on its way through CEL; {@link Rule} makes a {@link RuleFailure} of it. */
final class RuleFault extends RuntimeException {

    private final String code;
    private final transient List<Object> args;

    RuleFault(String code, Object... args) {
        super(code, null, false, false);
        this.code = code;
        this.args = List.of(args);
    }

    String code() {
        return code;
    }

    List<Object> args() {
        return args;
    }
}
