package io.guanxi.web.list;

import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Filter.Comparison;
import java.util.List;
import java.util.stream.Collectors;

/** Writes filters as the RSQL that stands in addresses. */
final class FilterText {

    private FilterText() {}

    /** The comparisons, all of which must hold; empty text for none. */
    static String of(List<Comparison> comparisons) {
        return comparisons.stream().map(FilterText::comparison).collect(Collectors.joining(";"));
    }

    /** The single conditions of a filter that is one or joins some by "and"; empty for filters of another shape. */
    static List<Comparison> comparisons(Filter filter) {
        if (filter instanceof Comparison one) {
            return List.of(one);
        }
        boolean flat = filter instanceof Filter.And and && and.parts().stream().allMatch(Comparison.class::isInstance);
        return flat
                ? ((Filter.And) filter)
                        .parts().stream().map(Comparison.class::cast).toList()
                : List.of();
    }

    private static String comparison(Comparison comparison) {
        String start = comparison.field() + comparison.operator().symbols().get(0);
        return switch (comparison.operator()) {
            case IS_EMPTY, IS_NOT_EMPTY -> start + "true";
            case IN, NOT_IN ->
                start
                        + comparison.arguments().stream()
                                .map(FilterText::quoted)
                                .collect(Collectors.joining(",", "(", ")"));
            default -> start + quoted(comparison.arguments().get(0));
        };
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
