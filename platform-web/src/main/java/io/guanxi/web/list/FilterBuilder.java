package io.guanxi.web.list;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Filter.Comparison;
import io.guanxi.kernel.query.RsqlFilters;
import io.guanxi.web.format.FieldOptions;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.RecordPicker;
import io.guanxi.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;

/** The dialog in which conditions are put together; it ends in an address with the filter in it. */
@Named("filterBuilder")
@ViewScoped
public class FilterBuilder implements Serializable {

    @Inject
    private Here here;

    @Inject
    private RecordList list;

    @Inject
    private FieldOptions options;

    @Inject
    private RecordPicker picker;

    @Inject
    private Texts texts;

    private final List<FilterRow> rows = new ArrayList<>();

    @PostConstruct
    void read() {
        String filter = list.getAddress().filter();
        if (!filter.isEmpty()) {
            FilterText.comparisons(RsqlFilters.parse(filter)).stream()
                    .map(c -> FilterRow.of(c, here.object()))
                    .flatMap(Optional::stream)
                    .forEach(rows::add);
            rows.stream()
                    .filter(r -> editor(r).equals("reference"))
                    .forEach(r -> r.setLabel(picker.title(field(r).reference(), r.getValue())));
        }
        if (rows.isEmpty() && !filterable().isEmpty()) {
            add();
        }
    }

    private List<FieldDescriptor> filterable() {
        return here.object().fields().values().stream()
                .filter(FieldDescriptor::filterable)
                .toList();
    }

    public List<FilterRow> getRows() {
        return rows;
    }

    public List<SelectItem> getFields() {
        ObjectDescriptor object = here.object();
        return filterable().stream()
                .map(f -> new SelectItem(f.name(), Labels.field(object, f, texts.locale())))
                .sorted(Comparator.comparing(SelectItem::getLabel))
                .toList();
    }

    public List<SelectItem> conditions(FilterRow row) {
        return Condition.of(field(row).type()).stream()
                .map(c -> new SelectItem(c, texts.of("condition." + c)))
                .toList();
    }

    /** How the value is entered: {@code choice}, {@code reference}, {@code date}, {@code text} or {@code none}. */
    public String editor(FilterRow row) {
        if (row.getCondition().complete()) {
            return "none";
        }
        return switch (field(row).type()) {
            case CHOICE, COUNTRY, CURRENCY, LANGUAGE, TIME_ZONE, BOOLEAN, MEMBER, OBJECT, TAGS -> "choice";
            case REFERENCE -> "reference";
            case DATE, INSTANT -> "date";
            default -> "text";
        };
    }

    public List<SelectItem> values(FilterRow row) {
        return options.of(here.object(), field(row));
    }

    /** The descriptor of a row's field. */
    public FieldDescriptor field(FilterRow row) {
        return here.object().require(row.getField());
    }

    public void add() {
        FieldDescriptor first = filterable().get(0);
        rows.add(new FilterRow(first.name(), Condition.of(first.type()).get(0)));
    }

    public void remove(FilterRow row) {
        rows.remove(row);
    }

    public void restart(FilterRow row) {
        row.restart(Condition.of(field(row).type()).get(0));
    }

    /** Goes to the list with the conditions that are complete. */
    public void apply() {
        List<Comparison> comparisons = rows.stream()
                .map(FilterRow::comparison)
                .flatMap(Optional::stream)
                .toList();
        Faces.redirect(list.getAddress().filter(FilterText.of(comparisons)).href());
    }
}
