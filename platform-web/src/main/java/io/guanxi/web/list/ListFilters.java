package io.guanxi.web.list;

import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Filter.Comparison;
import io.guanxi.kernel.query.RsqlFilters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The conditions in force, in words; each can be taken away. */
@Named("filters")
@RequestScoped
public class ListFilters {

    @Inject
    private ListViews views;

    @Inject
    private FilterWords words;

    private List<FilterChip> chips;

    public List<FilterChip> getChips() {
        if (chips == null) {
            Filter filter = RsqlFilters.parse(views.shown().filter());
            chips = filter == null
                    ? List.of()
                    : chips(filter instanceof Filter.And and ? and.parts() : List.of(filter));
        }
        return chips;
    }

    private List<FilterChip> chips(List<Filter> parts) {
        List<FilterChip> read = new ArrayList<>();
        for (Filter part : parts) {
            List<Filter> others = parts.stream().filter(other -> other != part).toList();
            String rest = others.isEmpty() ? "" : RsqlFilters.write(new Filter.And(others));
            String href = views.getAddress().with("filter", rest).href();
            read.add(
                    part instanceof Comparison one
                            ? new FilterChip(words.field(one), words.condition(one), words.value(one), href)
                            : new FilterChip(words.sentence(part), "", "", href));
        }
        return read;
    }
}
