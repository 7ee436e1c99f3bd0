package io.guanxi.kernel.rule;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the source of a rule into something that can be evaluated, or says all that is wrong with it. */
public final class RuleCompiler {

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(RuleLimits.SOURCE_LENGTH)
            .maxParseExpressionNodeCount(RuleLimits.NODES)
            .maxParseRecursionDepth(RuleLimits.DEPTH)
            .maxParseErrorRecoveryLimit(5)
            .enableHiddenAccumulatorVar(true)
            .populateMacroCalls(false)
            .build();

    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.EXISTS, CelStandardMacro.ALL, CelStandardMacro.EXISTS_ONE)
            .addMacros(CollectingMacros.all())
            .build();

    private RuleCompiler() {}

    /**
     * A rule that can be kept and evaluated as often as one likes.
     *
     * @throws InvalidRule when it breaks the language or a limit, names what is not there, or gives something else than
     *     expected
     */
    public static Rule compile(String source, RuleEnvironment environment, RuleType expected) {
        SourceGuard.check(source);
        CelAbstractSyntaxTree parsed = parse(source);
        TreeGuard.check(source, parsed);
        Rewriter rewriter = new Rewriter(source, environment, parsed);
        CelAbstractSyntaxTree rewritten = rewriter.rewritten();
        List<Variable> variables = new ArrayList<>(environment.variables());
        variables.addAll(rewriter.constants().variables());
        CelAbstractSyntaxTree checked = check(source, environment, variables, rewritten);
        Review review = new Review(source, environment, checked);
        review.refuseProblems();
        CelType given = checked.getResultType();
        if (!expected.takes(given)) {
            boolean isBareAmount = expected == RuleType.MONEY && RuleType.DECIMAL.takes(given);
            throw new InvalidRule(
                    isBareAmount
                            ? RuleProblem.at(source, 0, "bareAmount")
                            : RuleProblem.at(source, 0, "resultType", expected.typeName(), TypeName.of(given)));
        }
        long cost = new CostEstimate(environment, rewriter.constants(), checked).cost();
        if (cost > RuleLimits.COST) {
            throw new InvalidRule(RuleProblem.at(source, 0, "tooCostly", cost, RuleLimits.COST));
        }
        return new Rule(source, expected, checked, variables, review, cost);
    }

    private static CelAbstractSyntaxTree parse(String source) {
        CelValidationResult result = PARSER.parse(source);
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new InvalidRule(SyntaxProblems.of(source, e.getErrors()));
        }
    }

    private static CelAbstractSyntaxTree check(
            String source, RuleEnvironment environment, List<Variable> variables, CelAbstractSyntaxTree tree) {
        CelCheckerBuilder checker = CelCompilerFactory.standardCelCheckerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setTypeProvider(new Types(environment.types()))
                .addFunctionDeclarations(FunctionTable.declarations());
        variables.forEach(
                variable -> checker.addVarDeclarations(CelVarDecl.newVarDeclaration(variable.name(), variable.type())));
        try {
            return checker.build().check(tree).getAst();
        } catch (CelValidationException e) {
            throw new InvalidRule(new TypeProblems(source, environment, tree).of(e.getErrors()));
        }
    }

    /** The structures of an environment, for the checker. */
    private record Types(ImmutableList<CelType> all) implements CelTypeProvider {

        @Override
        public ImmutableCollection<CelType> types() {
            return all;
        }

        @Override
        public Optional<CelType> findType(String name) {
            return all.stream().filter(type -> type.name().equals(name)).findFirst();
        }
    }
}
