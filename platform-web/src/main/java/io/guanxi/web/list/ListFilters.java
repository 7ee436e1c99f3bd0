package io.guanxi.web.list;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Filter.Comparison;
import io.guanxi.kernel.query.RsqlFilters;
import io.guanxi.web.format.FieldOptions;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.RecordPicker;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The conditions in force, in words. */
@Named("filters")
@RequestScoped
public class ListFilters {

    @Inject
    private Here here;

    @Inject
    private RecordList list;

    @Inject
    private RecordPicker picker;

    @Inject
    private FieldValues values;

    @Inject
    private FieldOptions options;

    @Inject
    private Texts texts;

    private List<FilterChip> chips;

    public List<FilterChip> getChips() {
        if (chips == null) {
            chips = list.getAddress().filter().isEmpty() ? List.of() : read();
        }
        return chips;
    }

    private List<FilterChip> read() {
        Filter filter = RsqlFilters.parse(list.getAddress().filter());
        List<Comparison> all = FilterText.comparisons(filter);
        if (all.isEmpty()) {
            return List.of(new FilterChip(
                    texts.of("filter.custom"),
                    "",
                    "",
                    list.getAddress().filter("").href()));
        }
        List<FilterChip> read = new ArrayList<>();
        for (Comparison one : all) {
            List<Comparison> others = all.stream().filter(c -> c != one).toList();
            read.add(chip(one, list.getAddress().filter(FilterText.of(others)).href()));
        }
        return read;
    }

    private FilterChip chip(Comparison comparison, String removeHref) {
        ObjectDescriptor object = here.object();
        FieldDescriptor field = object.find(comparison.field()).orElse(null);
        if (field == null) {
            return new FilterChip(comparison.field(), "", "", removeHref);
        }
        Condition condition = Condition.of(comparison, field.type());
        String value = comparison.arguments().stream()
                .map(a -> word(object, field, condition, a))
                .collect(Collectors.joining(texts.of("list.separator")));
        return new FilterChip(
                Labels.field(object, field, texts.locale()), texts.of("condition." + condition), value, removeHref);
    }

    private String word(ObjectDescriptor object, FieldDescriptor field, Condition condition, String argument) {
        if (condition == Condition.STARTS_WITH) {
            return argument.substring(0, argument.length() - 1);
        }
        return switch (field.type()) {
            case MONEY -> values.formats().number(new BigDecimal(argument));
            case MEMBER -> argument.equals("me") ? texts.of("filter.me") : options.member(argument);
            case REFERENCE -> picker.title(field.reference(), argument);
            case EMAIL, PHONE, URL -> argument;
            case INSTANT ->
                argument.matches("\\d{4}-\\d{2}-\\d{2}")
                        ? values.formats().date(LocalDate.parse(argument))
                        : values.text(object, field, argument, null);
            default -> values.text(object, field, argument, null);
        };
    }
}
