package io.guanxi.kernel.query;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.AndNode;
import cz.jirutka.rsql.parser.ast.Arity;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.Node;
import io.guanxi.kernel.error.InvalidQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads filters in RSQL, such as {@code name==Acme*;employees=ge=100,type=in=(customer,partner)}. */
public final class RsqlFilters {

    /** Longest filter; longer ones belong into a saved view or a bulk request. */
    private static final int MAX_LENGTH = 4_000;

    private static final int MAX_COMPARISONS = 50;

    /** Nobody reads conditions nested deeper. */
    private static final int MAX_DEPTH = 8;

    private static final RSQLParser PARSER = new RSQLParser(operators());

    private RsqlFilters() {}

    /**
     * @return null when the text is blank
     * @throws InvalidQuery when the text is not RSQL or too large
     */
    public static Filter parse(String rsql) {
        if (rsql == null || rsql.isBlank()) {
            return null;
        }
        if (rsql.length() > MAX_LENGTH) {
            throw new InvalidQuery("tooLarge", MAX_LENGTH);
        }
        // Before the parser, which calls itself for each pair of brackets.
        if (brackets(rsql) > MAX_DEPTH) {
            throw new InvalidQuery("tooDeep", MAX_DEPTH);
        }
        try {
            Filter filter = filter(PARSER.parse(rsql));
            if (comparisons(filter) > MAX_COMPARISONS) {
                throw new InvalidQuery("tooLarge", MAX_COMPARISONS);
            }
            return filter;
        } catch (RSQLParserException e) {
            throw new InvalidQuery("unreadable", rsql);
        }
    }

    /** How deep brackets are nested, outside of quotes. */
    private static int brackets(String rsql) {
        int depth = 0;
        int deepest = 0;
        char quote = 0;
        for (int i = 0; i < rsql.length(); i++) {
            char c = rsql.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == ')') {
                depth--;
            }
        }
        return deepest;
    }

    /** The text of a filter, which {@link #parse} reads again; empty for null. */
    public static String write(Filter filter) {
        return filter == null ? "" : write(filter, false);
    }

    private static String write(Filter filter, boolean inside) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().map(part -> write(part, true)).collect(Collectors.joining(";"));
        } else if (filter instanceof Filter.Or or) {
            String text = or.parts().stream().map(part -> write(part, true)).collect(Collectors.joining(","));
            return inside ? "(" + text + ")" : text;
        }
        return comparison((Filter.Comparison) filter);
    }

    private static String comparison(Filter.Comparison comparison) {
        String start = comparison.field() + comparison.operator().symbols().get(0);
        return switch (comparison.operator()) {
            case IS_EMPTY, IS_NOT_EMPTY -> start + "true";
            case IN, NOT_IN ->
                start
                        + comparison.arguments().stream()
                                .map(RsqlFilters::quoted)
                                .collect(Collectors.joining(",", "(", ")"));
            default -> start + quoted(comparison.arguments().get(0));
        };
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Filter filter(Node node) {
        if (node instanceof LogicalNode logical) {
            List<Filter> parts =
                    logical.getChildren().stream().map(RsqlFilters::filter).toList();
            return node instanceof AndNode ? new Filter.And(parts) : new Filter.Or(parts);
        }
        ComparisonNode comparison = (ComparisonNode) node;
        Operator operator =
                Operator.ofSymbol(comparison.getOperator().getSymbol()).orElseThrow();
        boolean unary = operator == Operator.IS_EMPTY || operator == Operator.IS_NOT_EMPTY;
        return new Filter.Comparison(comparison.getSelector(), operator, unary ? List.of() : comparison.getArguments());
    }

    private static int comparisons(Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().mapToInt(RsqlFilters::comparisons).sum();
        } else if (filter instanceof Filter.Or or) {
            return or.parts().stream().mapToInt(RsqlFilters::comparisons).sum();
        }
        return 1;
    }

    private static Set<ComparisonOperator> operators() {
        return Arrays.stream(Operator.values())
                .map(o -> new ComparisonOperator(o.symbols().toArray(String[]::new), arity(o)))
                .collect(Collectors.toSet());
    }

    private static Arity arity(Operator operator) {
        return operator == Operator.IN || operator == Operator.NOT_IN ? Arity.of(1, Integer.MAX_VALUE) : Arity.of(1, 1);
    }
}
