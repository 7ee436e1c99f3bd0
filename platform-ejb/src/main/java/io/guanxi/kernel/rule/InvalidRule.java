package io.guanxi.kernel.rule;

import io.guanxi.kernel.error.DomainException;
import java.util.Comparator;
import java.util.List;

/** A source that is no rule; it says all that is wrong and where. */
public class InvalidRule extends DomainException {

    private final transient List<RuleProblem> problems;

    InvalidRule(List<RuleProblem> problems) {
        super("rule.invalid", problems.size());
        this.problems = problems.stream()
                .sorted(Comparator.comparingInt(RuleProblem::offset))
                .toList();
    }

    InvalidRule(RuleProblem problem) {
        this(List.of(problem));
    }

    /** Never empty, in the order of the source. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
