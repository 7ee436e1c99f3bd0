package io.guanxi.kernel.rule;

import io.guanxi.kernel.error.DomainException;
import java.util.List;

/**
 * A rule that is right in itself has no result for this record, such as a division by zero. The code is one of
 * {@code rule.divisionByZero}, {@code rule.numberTooLarge}, {@code rule.textTooLong}, {@code rule.listTooLong},
 * {@code rule.tooManySteps}, {@code rule.invalidValue} and {@code rule.failed}.
 */
public class RuleFailure extends DomainException {

    private final int offset;

    RuleFailure(String code, List<Object> args, int offset) {
        super(code, args.toArray());
        this.offset = offset;
    }

    /** Where in the source it happened, counted in {@code char}s from 0; -1 when that is not known. */
    public int offset() {
        return offset;
    }
}
