package io.guanxi.web.list;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Filter.Comparison;
import io.guanxi.web.shell.Here;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Filters as the builder in the browser takes them: groups of conditions in words, with the words of their values. */
@RequestScoped
public class FilterTree {

    /** Names of periods offered for choice; days are counted besides. */
    static final List<String> PERIODS = List.of(
            "today",
            "yesterday",
            "tomorrow",
            "this-week",
            "last-week",
            "next-week",
            "this-month",
            "last-month",
            "next-month",
            "this-quarter",
            "last-quarter",
            "next-quarter",
            "this-year",
            "last-year",
            "next-year");

    @Inject
    private Here here;

    @Inject
    private FilterWords words;

    /**
     * @param filter null gives a group without conditions
     */
    Map<String, Object> of(Filter filter) {
        if (filter == null) {
            return Map.of("all", true, "parts", List.of());
        } else if (filter instanceof Filter.And and) {
            return group(true, and.parts());
        } else if (filter instanceof Filter.Or or) {
            return group(false, or.parts());
        }
        return group(true, List.of(filter));
    }

    private Map<String, Object> group(boolean all, List<Filter> parts) {
        return Map.of(
                "all",
                all,
                "parts",
                parts.stream()
                        .map(part -> part instanceof Comparison one ? row(one) : of(part))
                        .toList());
    }

    private Map<String, Object> row(Comparison comparison) {
        FieldDescriptor field = here.object().find(comparison.field()).orElse(null);
        Condition condition = field == null ? Condition.IS : Condition.of(comparison, field.type());
        List<Map<String, String>> values = comparison.arguments().stream()
                .map(argument -> Map.of(
                        "value",
                        condition == Condition.STARTS_WITH ? argument.substring(0, argument.length() - 1) : argument,
                        "label",
                        field == null ? argument : words.word(field, comparison, argument)))
                .toList();
        return Map.of("field", comparison.field(), "condition", condition.name(), "values", values);
    }
}
