package io.guanxi.kernel.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Exact arithmetic of rules. Sums, differences and products are exact, quotients and whatever is finer than
 * {@link RuleLimits#FRACTION_DIGITS} digits after the point are rounded half up there, and more than
 * {@link RuleLimits#INTEGER_DIGITS} digits before the point are refused: so no chain of products grows.
 *
 * <p>Operands are {@link Long} or {@link BigDecimal}; two {@code Long} give a {@code Long} except in division.
 */
final class Decimals {

    /** Of whole numbers, which are 64 bits wide. */
    private static final int WHOLE_DIGITS = 18;

    private Decimals() {}

    static Object add(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long sum = a + b;
            return ((a ^ sum) & (b ^ sum)) < 0 ? tooLarge(WHOLE_DIGITS) : (Object) sum;
        }
        return bounded(of(left).add(of(right)));
    }

    static Object subtract(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long difference = a - b;
            return ((a ^ b) & (a ^ difference)) < 0 ? tooLarge(WHOLE_DIGITS) : (Object) difference;
        }
        return bounded(of(left).subtract(of(right)));
    }

    static Object multiply(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long high = Math.multiplyHigh(a, b);
            long low = a * b;
            return high == 0 && low >= 0 || high == -1 && low < 0 ? (Object) low : tooLarge(WHOLE_DIGITS);
        }
        return bounded(of(left).multiply(of(right)));
    }

    static BigDecimal divide(Object left, Object right) {
        BigDecimal divisor = of(right);
        if (divisor.signum() == 0) {
            throw new RuleFault("rule.divisionByZero");
        }
        BigDecimal quotient = of(left).divide(divisor, RuleLimits.FRACTION_DIGITS, RoundingMode.HALF_UP);
        return bounded(quotient.signum() == 0 ? BigDecimal.ZERO : quotient.stripTrailingZeros());
    }

    /** What is left of whole divisions; it has the sign of {@code left}. */
    static Object remainder(Object left, Object right) {
        if (of(right).signum() == 0) {
            throw new RuleFault("rule.divisionByZero");
        }
        if (left instanceof Long a && right instanceof Long b) {
            return b == -1 ? (Object) 0L : (Object) (a % b);
        }
        return bounded(of(left).remainder(of(right)));
    }

    static Object negate(Object value) {
        return subtract(0L, value);
    }

    static Object abs(Object value) {
        return of(value).signum() < 0 ? negate(value) : value;
    }

    /**
     * Half away from zero, as commerce rounds.
     *
     * @param digits after the point; negative rounds to tens, hundreds and so on
     */
    static BigDecimal round(Object value, long digits) {
        if (digits < -RuleLimits.INTEGER_DIGITS || digits > RuleLimits.FRACTION_DIGITS) {
            throw new RuleFault("rule.invalidValue", Long.toString(digits));
        }
        BigDecimal rounded = of(value).setScale((int) digits, RoundingMode.HALF_UP);
        return bounded(digits < 0 ? rounded.setScale(0) : rounded);
    }

    static Object whole(Object value, RoundingMode mode) {
        if (value instanceof Long) {
            return value;
        }
        BigDecimal rounded = of(value).setScale(0, mode);
        return rounded.precision() > WHOLE_DIGITS ? tooLarge(WHOLE_DIGITS) : (Object) rounded.longValueExact();
    }

    static int compare(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        return of(left).compareTo(of(right));
    }

    static BigDecimal of(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Long) number);
    }

    /**
     * @throws RuleFault         when it has too many digits
     * @throws NumberFormatException when it is no number
     */
    static BigDecimal parse(String text) {
        if (text.length() > 100) {
            return tooLarge(RuleLimits.INTEGER_DIGITS);
        }
        BigDecimal number = new BigDecimal(text);
        return Math.abs((long) number.scale()) > 200 ? tooLarge(RuleLimits.INTEGER_DIGITS) : bounded(number);
    }

    static BigDecimal bounded(BigDecimal number) {
        long integerDigits = number.precision() - (long) number.scale();
        if (integerDigits > RuleLimits.INTEGER_DIGITS) {
            return number.signum() == 0 ? BigDecimal.ZERO : tooLarge(RuleLimits.INTEGER_DIGITS);
        }
        if (number.scale() <= RuleLimits.FRACTION_DIGITS) {
            return number;
        }
        // Far below the last digit there is nothing to round, and rounding 1E-999999999 would take for ever.
        return integerDigits < -RuleLimits.FRACTION_DIGITS
                ? BigDecimal.ZERO
                : number.setScale(RuleLimits.FRACTION_DIGITS, RoundingMode.HALF_UP);
    }

    private static <T> T tooLarge(int digits) {
        throw new RuleFault("rule.numberTooLarge", digits);
    }
}
