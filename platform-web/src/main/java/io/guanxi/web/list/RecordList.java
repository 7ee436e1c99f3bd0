package io.guanxi.web.list;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.RecordGroup;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.RecordSelection;
import io.guanxi.kernel.query.RsqlFilters;
import io.guanxi.kernel.query.SortKey;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.view.ColourRule;
import io.guanxi.kernel.view.ViewForm;
import io.guanxi.kernel.view.ViewSettings;
import io.guanxi.web.format.Avatar;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.format.Shown;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The list of an object's records that an address asks for. */
@Named("list")
@RequestScoped
public class RecordList {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Here here;

    @Inject
    private RecordService records;

    @Inject
    private AccessPolicy policy;

    @Inject
    private ListColumns allColumns;

    @Inject
    private ListViews views;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    private ObjectDescriptor object;
    private ListAddress address;
    private ViewSettings settings;
    private List<ListColumn> columns;
    private RecordPage page;
    private List<ListRow> rows;
    private Map<String, String> colours;

    @PostConstruct
    void read() {
        object = here.object();
        address = views.getAddress();
        settings = views.shown();
    }

    public ListAddress getAddress() {
        return address;
    }

    /** What the list shows and how. */
    ViewSettings settings() {
        return settings;
    }

    /** The condition in force; null for none. */
    Filter filter() {
        return RsqlFilters.parse(settings.filter());
    }

    private List<SortKey> sort() {
        return SortKey.parse(settings.sort());
    }

    /** The field whose values divide the list into groups or columns; empty when nothing does. */
    Optional<FieldDescriptor> divider() {
        String name =
                switch (settings.form()) {
                    case TABLE -> settings.groupBy();
                    case BOARD -> settings.formField();
                    case CALENDAR -> "";
                };
        if (name.isEmpty() || address.aside()) {
            return Optional.empty();
        }
        FieldDescriptor field = object.find(name).orElseThrow(() -> new InvalidQuery("unknownField", name));
        if (!RecordGroup.divides(field)) {
            throw new InvalidQuery("notGrouped", name);
        }
        return Optional.of(field);
    }

    /** What is asked of the service for the part of the list that the request wants, without page and columns. */
    RecordQuery query() {
        String in = request.getParameter("in");
        RecordQuery whole = whole();
        if (in == null || divider().isEmpty()) {
            return whole;
        }
        Filter group = RecordGroup.filter(divider().get(), in.isEmpty() ? null : in);
        return whole.filter(whole.filter() == null ? group : Filter.all(whole.filter(), group));
    }

    /** What is asked of the service, without page and columns. */
    RecordQuery whole() {
        return selection().query();
    }

    /** The records of the list, in words that a job can keep. */
    public RecordSelection selection() {
        return new RecordSelection(List.of(settings.filter()), address.text(), settings.sort(), address.shelf());
    }

    public List<ListColumn> getColumns() {
        if (columns == null) {
            columns = allColumns.shown(object, allColumns.chosen(object, settings.columns()), address, sort());
        }
        return columns;
    }

    private RecordPage page() {
        if (page == null) {
            Set<String> fields =
                    getColumns().stream().map(ListColumn::name).collect(Collectors.toCollection(LinkedHashSet::new));
            fields.add(object.titleField());
            if (!settings.formField().isEmpty()) {
                fields.add(settings.formField());
            }
            if (request.getParameter("only") != null) {
                page = new RecordPage(
                        List.of(records.require(object.name(), request.getParameter("only"))),
                        Optional.empty(),
                        Optional.empty());
                return page;
            }
            String cursor = request.getParameter("cursor");
            RecordQuery query = query().fields(fields).withLabels();
            boolean isPart = cursor != null || request.getParameter("in") != null;
            page = records.list(object.name(), isPart ? query.after(cursor) : query.counted());
        }
        return page;
    }

    public List<ListRow> getRows() {
        if (rows == null) {
            List<ListColumn> shown = getColumns();
            rows = page().items().stream().map(r -> row(r, shown)).toList();
        }
        return rows;
    }

    private ListRow row(RecordView record, List<ListColumn> shown) {
        String title = record.text(object.titleField());
        List<ListRow.Cell> cells = new ArrayList<>();
        for (ListColumn column : shown) {
            Shown value = values.show(object, column.field(), record, true);
            // One colour a row is a sign, three are confetti.
            cells.add(new ListRow.Cell(column, column.slot().equals("badge") ? value : value.plain()));
        }
        return new ListRow(
                record.id(),
                record.version(),
                title.isEmpty() ? texts.of("record.untitled") : title,
                record.deleted() ? "" : here.href(object.path() + "/" + record.id()),
                Avatar.of(title),
                settings.formField().isEmpty() ? "" : record.text(settings.formField()),
                colours(page().items()).getOrDefault(record.id(), ""),
                cells);
    }

    /** Ground of the rows that a colour rule fits, by id; the first rule that fits counts. */
    Map<String, String> colours(List<RecordView> page) {
        if (colours == null) {
            colours = new HashMap<>();
            List<String> ids = page.stream().map(RecordView::id).toList();
            for (ColourRule rule : settings.colours()) {
                String colour = rule.colour().name().toLowerCase(Locale.ROOT);
                records.matching(object.name(), RsqlFilters.parse(rule.filter()), ids)
                        .forEach(id -> colours.putIfAbsent(id, colour));
            }
        }
        return colours;
    }

    /** There is a table to show. */
    public boolean isFilled() {
        return settings.form() == ViewForm.TABLE && !getRows().isEmpty();
    }

    /** There is no record to show in a table. */
    public boolean isVacant() {
        return settings.form() == ViewForm.TABLE && getRows().isEmpty();
    }

    /** Nothing narrows the list: it is empty because there is nothing at all. */
    public boolean isUntouched() {
        return address.text().isEmpty() && query().filter() == null && !address.aside();
    }

    public String getNextHref() {
        String in = request.getParameter("in");
        return page().next()
                .map(cursor -> in == null ? address.next(cursor) : address.more(Map.of("in", in, "cursor", cursor)))
                .orElse("");
    }

    /** How many match, such as {@code 1,284} or {@code 10,000+}; empty on following pages. */
    public String getTotal() {
        if (settings.form() != ViewForm.TABLE) {
            return "";
        }
        return page().total()
                .map(t -> values.formats().count(t.count()) + (t.atLeast() ? "+" : ""))
                .orElse("");
    }

    public boolean isBoard() {
        return settings.form() == ViewForm.BOARD;
    }

    public boolean isCalendar() {
        return settings.form() == ViewForm.CALENDAR;
    }

    /** Name of the field that a board or calendar is made of. */
    public String getFormField() {
        return settings.formField();
    }

    public boolean isCreatable() {
        return policy.allows(object, Operation.CREATE);
    }

    public boolean isExportable() {
        return policy.allows(object, Operation.EXPORT);
    }

    public boolean isImportable() {
        return policy.allows(object, Operation.IMPORT);
    }

    /** Values may be changed where they stand. */
    public boolean isEditable() {
        return policy.allows(object, Operation.UPDATE) && !address.deleted();
    }

    /** Records may be put aside. */
    public boolean isArchivable() {
        return object.archivable() && isEditable();
    }

    public boolean isDeletable() {
        return policy.allows(object, Operation.DELETE);
    }

    /** Avatars of people are round. */
    public boolean isOfPeople() {
        return object.icon().startsWith("pi-user");
    }
}
