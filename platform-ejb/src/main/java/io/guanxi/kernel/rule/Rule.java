package io.guanxi.kernel.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.exceptions.CelIterationLimitExceededException;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.cel.runtime.CelVariableResolver;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A condition or formula that is ready to be evaluated. Immutable: one may be kept and used by all threads. */
public final class Rule {

    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .comprehensionMaxIterations(RuleLimits.ITERATIONS)
                    .build())
            .setStandardFunctions(CelStandardFunctions.newBuilder()
                    .filterFunctions((function, overload) -> function == StandardFunction.NOT_STRICTLY_FALSE
                            || overload.toString().equals("ADD_LIST"))
                    .build())
            .addFunctionBindings(FunctionTable.bindings())
            .build();

    private final String source;
    private final RuleType type;
    private final Set<String> fields;
    private final boolean loops;
    private final long cost;
    private final Map<String, Variable.Source> variables = new HashMap<>();
    private final CelRuntime.Program program;
    private final ResultForm result;

    Rule(String source, RuleType type, CelAbstractSyntaxTree tree, List<Variable> variables, Review review, long cost) {
        this.source = source;
        this.type = type;
        this.fields = Set.copyOf(review.fields());
        this.loops = review.loops();
        this.cost = cost;
        CelType given = tree.getResultType();
        this.result = ResultForm.of(type, given);
        variables.stream()
                .filter(variable -> review.names().contains(variable.name()))
                .forEach(variable -> this.variables.put(variable.name(), variable.source()));
        try {
            program = RUNTIME.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked rule cannot be planned: " + source, e);
        }
    }

    public String source() {
        return source;
    }

    public RuleType type() {
        return type;
    }

    /**
     * The fields it reads, such as {@code country}, {@code old.country}, and {@code account.industry} behind a reference
     * that is followed.
     */
    public Set<String> fields() {
        return fields;
    }

    /**
     * Whether it would mean something else without a field.
     *
     * @param owner  the object that the rule is about
     * @param object the object that has the field, which may be another: the rule follows references
     * @param option a choice of the field, when only that is to go; null for the whole field
     */
    public boolean uses(ObjectDescriptor owner, ObjectDescriptor object, FieldDescriptor field, String option) {
        return fields.stream()
                        .flatMap(path -> ReadPath.of(owner, path).stream())
                        .anyMatch(path -> path.leadsTo(owner, object, field))
                && (option == null || source.contains("'" + option + "'") || source.contains("\"" + option + "\""));
    }

    /** The estimate that is held against {@link RuleLimits#COST}. */
    public long cost() {
        return cost;
    }

    /**
     * The result in external form (see {@link io.guanxi.kernel.object.FieldType}), whole numbers as {@code Long}; null
     * when it is absent, which a condition never is.
     *
     * @throws RuleFailure when there is no result, as for a division by zero
     */
    public Object evaluate(RuleInput input) {
        CelVariableResolver values = name -> Optional.of(variables.get(name).read(input));
        try {
            return result.of(loops ? program.trace(values, new StepCounter()) : program.eval(values));
        } catch (RuleFault e) {
            throw new RuleFailure(e.code(), e.args(), -1);
        } catch (CelEvaluationException e) {
            throw failure(e);
        }
    }

    /**
     * Whether a condition holds.
     *
     * @throws RuleFailure           when that cannot be said, as for a division by zero
     * @throws IllegalStateException when the rule is no condition
     */
    public boolean holds(RuleInput input) {
        if (type != RuleType.CONDITION) {
            throw new IllegalStateException("no condition: " + source);
        }
        return (Boolean) evaluate(input);
    }

    /**
     * @throws RuntimeException the reader's own, when the input could not be read
     */
    private RuleFailure failure(CelEvaluationException e) {
        int offset = Places.offset(source, e.getMessage());
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleFault fault) {
                return new RuleFailure(fault.code(), fault.args(), offset);
            }
            if (cause instanceof ReadFailure unread) {
                throw unread.reason();
            }
            if (cause instanceof CelIterationLimitExceededException) {
                return new RuleFailure("rule.tooManySteps", List.of(), offset);
            }
        }
        RuleFailure failure = new RuleFailure("rule.failed", List.of(String.valueOf(e.getMessage())), offset);
        failure.initCause(e);
        return failure;
    }
}
