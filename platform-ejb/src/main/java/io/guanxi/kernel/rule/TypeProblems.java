package io.guanxi.kernel.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in the words of the product what the checker of CEL found wrong. */
final class TypeProblems {

    /** What tells the time; people write it as a function too, as in spreadsheets. */
    private static final List<String> CLOCK = List.of("now", "today");

    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern UNDEFINED = Pattern.compile("undefined field '([^']*)'.*");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern NO_MEMBERS = Pattern.compile("type '([^']*)' does not support field selection.*");
    private static final Pattern NO_LIST =
            Pattern.compile("expression of type '([^']*)' cannot be range of a comprehension.*");

    private final String source;
    private final RuleEnvironment environment;
    private final Map<Long, CelExpr> nodes = new HashMap<>();
    private final Map<Long, Shapes> shapes = new HashMap<>();

    TypeProblems(String source, RuleEnvironment environment, CelAbstractSyntaxTree tree) {
        this.source = source;
        this.environment = environment;
        collect(tree.getExpr(), new Shapes(environment));
    }

    private void collect(CelExpr expression, Shapes around) {
        nodes.put(expression.id(), expression);
        shapes.put(expression.id(), around);
        if (expression.exprKind().getKind() != Kind.COMPREHENSION) {
            TreeGuard.children(expression).forEach(child -> collect(child, around));
            return;
        }
        CelExpr.CelComprehension loop = expression.comprehension();
        collect(loop.iterRange(), around);
        collect(loop.loopStep(), around.inside(loop));
        collect(loop.result(), around.inside(loop));
    }

    List<RuleProblem> of(Collection<CelIssue> issues) {
        List<RuleProblem> problems = new ArrayList<>();
        for (CelIssue issue : issues) {
            RuleProblem problem = problem(issue);
            if (problems.stream().noneMatch(other -> other.offset() == problem.offset())) {
                problems.add(problem);
            }
        }
        return problems;
    }

    private RuleProblem problem(CelIssue issue) {
        CelExpr node = nodes.get(issue.getExprId());
        String message = issue.getMessage();
        int offset = Places.offset(source, issue.getSourceLocation());
        Matcher found = UNKNOWN.matcher(message);
        if (found.matches()) {
            return unknown(found.group(1), node, offset);
        }
        found = UNDEFINED.matcher(message);
        if (found.matches()) {
            return undefined(found.group(1), node, offset);
        }
        found = NO_OVERLOAD.matcher(message);
        if (found.matches()) {
            return noOverload(found.group(1), arguments(found.group(2)), offset, message);
        }
        found = NO_MEMBERS.matcher(message);
        if (found.matches()) {
            return RuleProblem.at(source, offset, "noMembers", TypeName.of(found.group(1)));
        }
        found = NO_LIST.matcher(message);
        if (found.matches()) {
            return RuleProblem.at(source, offset, "noList", TypeName.of(found.group(1)));
        }
        return unspecific(offset, message);
    }

    private RuleProblem unspecific(int offset, String message) {
        return RuleProblem.at(source, offset, "syntax", message);
    }

    private RuleProblem unknown(String name, CelExpr node, int offset) {
        boolean isCall = node != null && node.exprKind().getKind() == Kind.CALL;
        if (CLOCK.contains(name)) {
            int at = isCall ? nameFrom(name, offset) : offset;
            return RuleProblem.at(source, at, environment.find(name).isPresent() ? "notCalled" : "timeless", name);
        }
        if (isCall) {
            List<String> functions = new ArrayList<>(CLOCK);
            FunctionTable.entries().stream()
                    .filter(function -> function.kind() != FunctionKind.OPERATOR)
                    .forEach(function -> functions.add(function.name()));
            return suggesting("unknownFunction", name, Suggestion.nearest(name, functions), nameFrom(name, offset));
        }
        List<String> names = environment.variables().stream()
                .filter(variable -> !variable.hidden())
                .map(Variable::name)
                .toList();
        return suggesting("unknownField", name, Suggestion.nearest(name, names), offset);
    }

    private RuleProblem undefined(String member, CelExpr node, int offset) {
        List<String> names = node != null && node.exprKind().getKind() == Kind.SELECT
                ? shapes.get(node.id()).members(node.select().operand())
                : List.of();
        return suggesting("unknownField", member, Suggestion.nearest(member, names), nameFrom(member, offset));
    }

    /** CEL points at the sign before or behind the name; people look at the name. */
    private int nameFrom(String name, int offset) {
        return Tokens.of(source).stream()
                .filter(token -> token.is(name))
                .map(Tokens.Token::start)
                .min(Comparator.comparingInt(start -> Math.abs(start - offset)))
                .orElse(offset);
    }

    private RuleProblem suggesting(String code, String name, Optional<String> nearest, int offset) {
        return nearest.map(suggestion -> RuleProblem.at(source, offset, code + "Near", name, suggestion))
                .orElseGet(() -> RuleProblem.at(source, offset, code, name));
    }

    private RuleProblem noOverload(String function, List<TypeName> types, int offset, String message) {
        if (function.equals("@truth")) {
            return RuleProblem.at(source, offset, "noCondition", types.get(0));
        }
        String written = FunctionTable.operator(function).orElse(null);
        if (written != null && hasKey(types, "money") && types.size() == 2) {
            return RuleProblem.at(source, offset, "moneyAmount", written);
        }
        if (function.equals("_+_") && hasKey(types, "text")) {
            return RuleProblem.at(source, offset, "textAndOther");
        }
        if (written != null && hasKey(types, "instant") && hasKey(types, "date")) {
            return RuleProblem.at(source, offset, "timeAndDate");
        }
        if (function.equals("_?_:_") && types.size() == 3) {
            return RuleProblem.at(source, offset, "branches", types.get(1), types.get(2));
        }
        if (written != null) {
            return types.size() == 2
                    ? RuleProblem.at(source, offset, "wrongTypes", written, types.get(0), types.get(1))
                    : RuleProblem.at(source, offset, "wrongType", written, types.get(0));
        }
        String name = function.startsWith("@") ? function.substring(1) : function;
        return FunctionTable.find(name)
                .map(entry -> RuleProblem.at(
                        source, nameFrom(name, offset), "wrongArguments", name, new TypeNames(types), new Usage(entry)))
                .orElseGet(() -> unspecific(offset, message));
    }

    private static boolean hasKey(List<TypeName> types, String key) {
        return types.stream().anyMatch(type -> type.key().equals(key));
    }

    /** {@code (string, int)} and {@code string.(int)}. */
    private static List<TypeName> arguments(String list) {
        List<TypeName> types = new ArrayList<>();
        int open = list.indexOf(".(") + 1;
        if (open > 0) {
            types.add(TypeName.of(list.substring(0, open - 1)));
        }
        int depth = 0;
        int from = open + 1;
        for (int at = open + 1; at < list.length(); at++) {
            char c = list.charAt(at);
            boolean end = c == ')' && depth == 0;
            if ((c == ',' && depth == 0 || end) && at > from) {
                types.add(TypeName.of(list.substring(from, at).strip()));
                from = at + 1;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (end) {
                break;
            }
        }
        return types;
    }
}
