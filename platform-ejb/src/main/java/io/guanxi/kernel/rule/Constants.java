package io.guanxi.kernel.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.types.CelType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The values a source spells out that CEL has no literals for – exact decimals, dates, times, regular expressions. Each
 * is made once, when the rule is compiled, and stands in the expression as a variable of its own.
 */
final class Constants {

    private final List<Variable> variables = new ArrayList<>();

    /** The name of the variable that stands for the value. */
    private String add(CelType type, Object value) {
        String name = "@c" + variables.size();
        variables.add(Variable.of(name, type, input -> value));
        return name;
    }

    String decimal(BigDecimal value) {
        return add(Kinds.DECIMAL, value);
    }

    /**
     * @throws RuleFault when the text is no date
     */
    String date(String text) {
        return add(Kinds.DATE, Dates.parse(text));
    }

    /**
     * @throws RuleFault when the text is no time
     */
    String timestamp(String text) {
        return add(Kinds.INSTANT, Dates.timestamp(text));
    }

    /**
     * @throws PatternSyntaxException when the text is no regular expression
     */
    String pattern(String text) throws Patterns.TooLarge {
        Pattern pattern = Patterns.compile(text);
        return add(Kinds.PATTERN, pattern);
    }

    List<Variable> variables() {
        return variables;
    }
}
