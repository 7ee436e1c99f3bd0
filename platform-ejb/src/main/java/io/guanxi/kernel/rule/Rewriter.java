package io.guanxi.kernel.rule;

import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.ast.CelMutableExpr.CelMutableComprehension;
import dev.cel.common.ast.CelMutableExpr.CelMutableIdent;
import dev.cel.common.ast.CelMutableExpr.CelMutableSelect;
import dev.cel.common.ast.CelMutableExprConverter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what people write into what the checker and the runtime of CEL can do: exact decimals, dates and regular
 * expressions become {@link Constants}, comparisons with {@code null} become tests, conditions that may be absent are
 * made definite, and {@code has}, {@code changed} and {@code date} are spelled out.
 */
final class Rewriter {

    private static final Pattern NUMBER =
            Pattern.compile("[-\\s]*(\\d+\\.\\d+([eE][+-]?\\d+)?|\\d+[eE][+-]?\\d+|\\.\\d+([eE][+-]?\\d+)?)");

    private final String source;
    private final RuleEnvironment environment;
    private final CelAbstractSyntaxTree parsed;
    private final CelSource.Builder positions;
    private final Constants constants = new Constants();
    private final List<RuleProblem> problems = new ArrayList<>();
    private long nextId;

    Rewriter(String source, RuleEnvironment environment, CelAbstractSyntaxTree parsed) {
        this.source = source;
        this.environment = environment;
        this.parsed = parsed;
        positions = parsed.getSource().toBuilder();
        nextId = 1 + parsed.getSource().getPositionsMap().keySet().stream().reduce(0L, Math::max);
    }

    /**
     * @throws InvalidRule when the source uses what the language leaves out of CEL
     */
    CelAbstractSyntaxTree rewritten() {
        CelMutableExpr expression = CelMutableExprConverter.fromCelExpr(parsed.getExpr());
        rewrite(expression);
        if (!problems.isEmpty()) {
            throw new InvalidRule(problems);
        }
        return CelAbstractSyntaxTree.newParsedAst(
                CelMutableExprConverter.fromMutableExpr(expression), positions.build());
    }

    Constants constants() {
        return constants;
    }

    private void rewrite(CelMutableExpr expression) {
        switch (expression.getKind()) {
            case CONSTANT -> constant(expression);
            case SELECT -> rewrite(expression.select().operand());
            case CALL -> call(expression);
            case LIST -> list(expression);
            case COMPREHENSION -> comprehension(expression.comprehension());
            case MAP, STRUCT -> problem(expression, "notSupported", "{ }");
            default -> {}
        }
    }

    private void constant(CelMutableExpr expression) {
        switch (expression.constant().getKind()) {
            case DOUBLE_VALUE -> decimal(expression, offset(expression.id()));
            case UINT64_VALUE -> problem(expression, "notSupported", "u");
            case BYTES_VALUE -> problem(expression, "notSupported", "b'…'");
            default -> {}
        }
    }

    private void decimal(CelMutableExpr expression, int offset) {
        Matcher number = NUMBER.matcher(source).region(offset, source.length());
        if (!number.lookingAt()) {
            throw new IllegalStateException("no number at " + offset);
        }
        try {
            BigDecimal digits = Decimals.parse(number.group(1));
            boolean negative = expression.constant().doubleValue() < 0;
            replace(expression, constants.decimal(negative ? digits.negate() : digits));
        } catch (RuleFault | NumberFormatException e) {
            problem(expression, "numberTooLarge", RuleLimits.INTEGER_DIGITS);
        }
    }

    private static void replace(CelMutableExpr expression, String variable) {
        expression.setIdent(CelMutableIdent.create(variable));
    }

    private void list(CelMutableExpr expression) {
        List<CelMutableExpr> elements = expression.list().elements();
        boolean decimals = elements.stream().anyMatch(element -> isConstant(element, CelConstant.Kind.DOUBLE_VALUE));
        for (CelMutableExpr element : elements) {
            if (decimals && isConstant(element, CelConstant.Kind.INT64_VALUE)) {
                replace(
                        element,
                        constants.decimal(Decimals.of(element.constant().int64Value())));
            } else {
                rewrite(element);
            }
        }
    }

    private void comprehension(CelMutableComprehension loop) {
        rewrite(loop.iterRange());
        rewrite(loop.accuInit());
        rewrite(loop.loopCondition());
        rewrite(loop.loopStep());
        rewrite(loop.result());
    }

    private void call(CelMutableExpr expression) {
        CelMutableCall call = expression.call();
        List<CelMutableExpr> args = call.args();
        boolean global = call.target().isEmpty();
        if (global && args.size() == 1 && literal(expression, call.function(), args.get(0))) {
            return;
        }
        if (call.function().equals("matches")) {
            call.target().ifPresent(this::rewrite);
            args.subList(0, Math.max(0, args.size() - 1)).forEach(this::rewrite);
            args.stream().skip(Math.max(0, args.size() - 1)).forEach(this::pattern);
            return;
        }
        call.target().ifPresent(this::rewrite);
        args.forEach(this::rewrite);
        switch (call.function()) {
            case "_&&_", "_||_", "!_", "@not_strictly_false" -> {
                for (int i = 0; i < args.size(); i++) {
                    definite(call, i);
                }
            }
            case "_?_:_" -> definite(call, 0);
            case "@collectIf" -> definite(call, 1);
            case "_==_" -> compareWithNull(expression, args, "@absent");
            case "_!=_" -> compareWithNull(expression, args, "@present");
            default -> spellOut(expression, call, global);
        }
    }

    private void spellOut(CelMutableExpr expression, CelMutableCall call, boolean global) {
        if (!global || call.args().size() != 1) {
            return;
        }
        CelMutableExpr argument = call.args().get(0);
        switch (call.function()) {
            case "has" -> expression.setCall(CelMutableCall.create("@present", argument));
            case "date" ->
                expression.setCall(
                        CelMutableCall.create("@date", argument, added(CelMutableExpr.ofIdent("@zone"), expression)));
            case "changed" ->
                before(argument)
                        .ifPresentOrElse(
                                old -> expression.setCall(CelMutableCall.create("_!=_", argument, old)), () -> {
                                    int name = source.lastIndexOf(call.function(), offset(expression.id()));
                                    problems.add(RuleProblem.at(source, name, "changed"));
                                });
            default -> {}
        }
    }

    /** {@code old.x.y} for {@code x.y}. */
    private Optional<CelMutableExpr> before(CelMutableExpr path) {
        if (environment.find("old").isEmpty()) {
            return Optional.empty();
        }
        if (path.getKind() == Kind.IDENT) {
            String field = path.ident().name();
            CelMutableExpr old = added(CelMutableExpr.ofIdent("old"), path);
            return environment
                    .find(field)
                    .filter(variable -> variable.field() != null)
                    .map(variable -> added(CelMutableExpr.ofSelect(CelMutableSelect.create(old, field)), path));
        }
        return path.getKind() == Kind.SELECT
                ? before(path.select().operand())
                        .map(old -> added(
                                CelMutableExpr.ofSelect(CelMutableSelect.create(
                                        old, path.select().field())),
                                path))
                : Optional.empty();
    }

    /** {@code date('…')} and {@code timestamp('…')}. */
    private boolean literal(CelMutableExpr expression, String function, CelMutableExpr argument) {
        if (!isConstant(argument, CelConstant.Kind.STRING_VALUE)) {
            return false;
        }
        String text = argument.constant().stringValue();
        try {
            switch (function) {
                case "date" -> replace(expression, constants.date(text));
                case "timestamp" -> replace(expression, constants.timestamp(text));
                default -> {
                    return false;
                }
            }
        } catch (RuleFault e) {
            problem(argument, function + "Literal", text);
        }
        return true;
    }

    private void pattern(CelMutableExpr argument) {
        if (!isConstant(argument, CelConstant.Kind.STRING_VALUE)) {
            problem(argument, "patternLiteral");
            return;
        }
        try {
            replace(argument, constants.pattern(argument.constant().stringValue()));
        } catch (Patterns.TooLarge e) {
            problem(argument, "patternTooLarge", RuleLimits.PATTERN_LENGTH, RuleLimits.PATTERN_SIZE);
        } catch (PatternSyntaxException e) {
            problem(argument, "pattern", e.getMessage());
        }
    }

    private static void compareWithNull(CelMutableExpr expression, List<CelMutableExpr> args, String test) {
        for (int i = 0; i < 2; i++) {
            if (isConstant(args.get(i), CelConstant.Kind.NULL_VALUE)) {
                expression.setCall(CelMutableCall.create(test, args.get(1 - i)));
                return;
            }
        }
    }

    private void definite(CelMutableCall call, int index) {
        CelMutableExpr condition = call.args().get(index);
        if (!isDefinite(condition)) {
            call.setArg(index, added(CelMutableExpr.ofCall(CelMutableCall.create("@truth", condition)), condition));
        }
    }

    private static boolean isDefinite(CelMutableExpr condition) {
        return switch (condition.getKind()) {
            case CONSTANT -> condition.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE;
            case IDENT -> condition.ident().name().equals("@result");
            case CALL -> FunctionTable.neverAbsent(condition.call().function());
            case COMPREHENSION -> isDefinite(condition.comprehension().accuInit());
            default -> false;
        };
    }

    private static boolean isConstant(CelMutableExpr expression, CelConstant.Kind kind) {
        return expression.getKind() == Kind.CONSTANT && expression.constant().getKind() == kind;
    }

    /** A node of our own; what is wrong with it is shown at {@code place}. */
    private CelMutableExpr added(CelMutableExpr expression, CelMutableExpr place) {
        expression.setId(nextId++);
        Integer position = positions.getPositionsMap().get(place.id());
        if (position != null) {
            positions.addPositions(expression.id(), position);
        }
        return expression;
    }

    private int offset(long id) {
        int codePoints = positions.getPositionsMap().getOrDefault(id, 0);
        return source.offsetByCodePoints(0, codePoints);
    }

    private void problem(CelMutableExpr expression, String code, Object... args) {
        problems.add(RuleProblem.at(source, offset(expression.id()), code, args));
    }
}
