package io.guanxi.web.list;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Filter.Comparison;
import io.guanxi.kernel.query.Period;
import io.guanxi.web.format.FieldOptions;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.RecordPicker;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Filters as people say them. */
@RequestScoped
public class FilterWords {

    private static final Pattern COUNTED = Pattern.compile("(last|next)-(\\d+)-days");
    private static final Pattern OFFSET = Pattern.compile("today([+-])(\\d+)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Inject
    private Here here;

    @Inject
    private RecordPicker picker;

    @Inject
    private FieldValues values;

    @Inject
    private FieldOptions options;

    @Inject
    private Texts texts;

    /** A filter as a sentence, alternatives among conditions in brackets. */
    String sentence(Filter filter) {
        if (filter instanceof Filter.And and) {
            return joined(and.parts(), "filter.and");
        } else if (filter instanceof Filter.Or or) {
            return joined(or.parts(), "filter.or");
        }
        Comparison one = (Comparison) filter;
        return (field(one) + " " + condition(one) + " " + value(one)).trim();
    }

    private String joined(List<Filter> parts, String word) {
        return parts.stream()
                .map(part -> part instanceof Comparison ? sentence(part) : "(" + sentence(part) + ")")
                .collect(Collectors.joining(texts.of(word)));
    }

    String field(Comparison comparison) {
        ObjectDescriptor object = here.object();
        return object.find(comparison.field())
                .map(field -> Labels.field(object, field, texts.locale()))
                .orElse(comparison.field());
    }

    String condition(Comparison comparison) {
        return here.object()
                .find(comparison.field())
                .map(field -> texts.of("condition." + Condition.of(comparison, field.type())))
                .orElse(comparison.operator().symbols().get(0));
    }

    String value(Comparison comparison) {
        FieldDescriptor field = here.object().find(comparison.field()).orElse(null);
        return comparison.arguments().stream()
                .map(argument -> field == null ? argument : word(field, comparison, argument))
                .collect(Collectors.joining(texts.of("list.separator")));
    }

    /** One value that a field is compared with. */
    String word(FieldDescriptor field, Comparison comparison, String argument) {
        Condition condition = Condition.of(comparison, field.type());
        if (condition == Condition.WITHIN) {
            return period(argument);
        } else if (condition == Condition.STARTS_WITH) {
            return argument.substring(0, argument.length() - 1);
        }
        return switch (field.type()) {
            case MONEY, INTEGER, DECIMAL -> number(argument);
            case PERCENT -> number(argument) + " %";
            case MEMBER -> argument.equals("me") ? texts.of("filter.me") : options.member(argument);
            case REFERENCE -> picker.title(field.reference(), argument);
            case EMAIL, PHONE, URL, TIME -> argument;
            case DATE, INSTANT -> time(field, argument);
            default -> values.text(here.object(), field, argument, null);
        };
    }

    private String number(String argument) {
        return argument.matches("[+-]?\\d{1,15}(\\.\\d{1,4})?")
                ? values.formats().number(new BigDecimal(argument))
                : argument;
    }

    private String time(FieldDescriptor field, String argument) {
        Matcher offset = OFFSET.matcher(argument);
        if (offset.matches()) {
            return texts.of(offset.group(1).equals("-") ? "period.ago" : "period.ahead", offset.group(2));
        } else if (argument.equals("today")) {
            return texts.of("period.today");
        } else if (DATE.matcher(argument).matches()) {
            return values.formats().date(LocalDate.parse(argument));
        }
        return field.type() == FieldType.INSTANT ? values.text(here.object(), field, argument, null) : argument;
    }

    /** A {@link Period} by its name. */
    private String period(String name) {
        Matcher counted = COUNTED.matcher(name);
        if (counted.matches()) {
            return texts.of("period." + counted.group(1) + "Days", counted.group(2));
        }
        return FilterTree.PERIODS.contains(name) ? texts.of("period." + name) : name;
    }
}
