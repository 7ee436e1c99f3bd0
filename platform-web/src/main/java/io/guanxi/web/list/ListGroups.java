package io.guanxi.web.list;

import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.RecordGroup;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.view.ViewForm;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The groups of a table and the columns of a board: counted and summed in one go, their records loaded group by group when
 * they come into sight.
 */
@Named("groups")
@RequestScoped
public class ListGroups {

    /** More groups than that are no overview. */
    private static final int MOST = 100;

    /** Amounts that are added up. */
    private static final int AMOUNTS = 2;

    @Inject
    private Here here;

    @Inject
    private RecordList list;

    @Inject
    private RecordService records;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    private List<GroupView> all = List.of();
    private String trouble = "";
    private long total;

    @PostConstruct
    void readGroups() {
        ObjectDescriptor object = here.object();
        Optional<FieldDescriptor> by = list.divider();
        if (by.isEmpty()) {
            return;
        }
        boolean isBoard = list.settings().form() == ViewForm.BOARD;
        List<RecordGroup> found = List.of();
        boolean isCounted = true;
        try {
            found = records.groups(object.name(), list.whole(), by.get().name(), amounts());
        } catch (InvalidQuery e) {
            isCounted = false;
            trouble = isBoard ? "" : texts.error(e);
        }
        total = found.stream().mapToLong(RecordGroup::count).sum();
        if (isBoard) {
            all = columns(by.get(), found, isCounted);
        } else {
            all = found.stream()
                    .sorted(order(by.get()))
                    .limit(MOST)
                    .map(group -> view(by.get(), group, true))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    private List<String> amounts() {
        return list.getColumns().stream()
                .map(ListColumn::field)
                .filter(field -> field.type() == FieldType.MONEY && !field.isCustom())
                .limit(AMOUNTS)
                .map(FieldDescriptor::name)
                .toList();
    }

    /** Every choice has a column; records without one have theirs when there are any. */
    private List<GroupView> columns(FieldDescriptor by, List<RecordGroup> found, boolean counted) {
        Map<String, RecordGroup> byValue = new HashMap<>();
        found.forEach(group -> byValue.put(group.value(), group));
        List<GroupView> columns = new ArrayList<>();
        if (byValue.containsKey(null) || !counted && !by.required()) {
            columns.add(view(by, byValue.getOrDefault(null, new RecordGroup(null, null, 0, Map.of())), counted));
        }
        by.options()
                .forEach(option -> columns.add(
                        view(by, byValue.getOrDefault(option, new RecordGroup(option, null, 0, Map.of())), counted)));
        return columns;
    }

    private GroupView view(FieldDescriptor by, RecordGroup group, boolean counted) {
        String value = group.value() == null ? "" : group.value();
        return new GroupView(
                "rows-" + (value.isEmpty() ? "none" : value),
                value,
                label(by, group),
                counted ? values.formats().count(group.count()) : "",
                !counted || group.count() > 0,
                sums(group),
                list.getAddress().more(Map.of("fragment", "1", "in", value)));
    }

    private String label(FieldDescriptor by, RecordGroup group) {
        if (group.value() == null) {
            return texts.of("group.none");
        }
        return switch (by.type()) {
            case DATE, INSTANT -> values.formats().month(YearMonth.parse(group.value()));
            case MEMBER, REFERENCE -> group.label() == null ? group.value() : group.label();
            case CHOICE -> Labels.option(here.object(), by, group.value(), texts.locale());
            default -> values.text(here.object(), by, group.value(), null);
        };
    }

    /** Sums of one currency beside those of others; an amount is named only where there are two. */
    private String sums(RecordGroup group) {
        ObjectDescriptor object = here.object();
        return group.sums().entrySet().stream()
                .map(amount -> (group.sums().size() == 1
                                ? ""
                                : Labels.field(object, object.require(amount.getKey()), texts.locale()) + " ")
                        + amount.getValue().entrySet().stream()
                                .map(sum -> money(sum.getValue(), sum.getKey()))
                                .collect(Collectors.joining(" + ")))
                .collect(Collectors.joining(" · "));
    }

    private String money(BigDecimal amount, String currency) {
        return values.formats().moneyShort(amount, currency);
    }

    /** Choices in their order, months from the latest, others by name; what has no value comes last. */
    private Comparator<RecordGroup> order(FieldDescriptor by) {
        Comparator<RecordGroup> order =
                switch (by.type()) {
                    case CHOICE -> Comparator.comparingInt(group -> by.options().indexOf(group.value()));
                    case DATE, INSTANT ->
                        Comparator.comparing(RecordGroup::value, Comparator.nullsLast(Comparator.reverseOrder()));
                    default ->
                        Comparator.comparing(group -> label(by, group), java.text.Collator.getInstance(texts.locale()));
                };
        Comparator<RecordGroup> filledFirst = Comparator.comparing(group -> group.value() == null);
        return filledFirst.thenComparing(order);
    }

    public List<GroupView> getAll() {
        return all;
    }

    public boolean isAny() {
        return !all.isEmpty();
    }

    /** Why the list is not divided; empty when it is, or when nobody asked for it. */
    public String getTrouble() {
        return trouble;
    }

    /** How many records there are in all groups. */
    public String getTotal() {
        return total == 0 ? "" : values.formats().count(total);
    }

    public int getSpan() {
        return list.getColumns().size() + 1;
    }
}
