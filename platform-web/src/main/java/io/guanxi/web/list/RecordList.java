package io.guanxi.web.list;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ListView;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.RecordSelection;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
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
import java.util.LinkedHashSet;
import java.util.List;
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
    private ListColumns columns;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    private ObjectDescriptor object;
    private ListView view;
    private ListAddress address;
    private RecordPage page;
    private List<ListRow> rows;

    /** A view over the list. */
    public record Tab(String label, String href, boolean current) {}

    @PostConstruct
    void read() {
        object = here.object();
        policy.require(object, Operation.READ);
        String name = parameter("view");
        view = object.views().stream()
                .filter(v -> name.isEmpty() || v.name().equals(name))
                .findFirst()
                .orElseThrow(RecordNotFound::new);
        address = new ListAddress(
                here.getListHref(),
                name,
                parameter("q"),
                parameter("filter"),
                parameter("sort"),
                "true".equals(request.getParameter("deleted")));
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.trim();
    }

    public ListAddress getAddress() {
        return address;
    }

    public List<Tab> getTabs() {
        return object.views().stream()
                .map(v -> new Tab(
                        Labels.view(object, v, texts.locale()),
                        address.view(v.equals(object.views().get(0)) ? "" : v.name())
                                .href(),
                        v.equals(view) && !address.deleted()))
                .toList();
    }

    /** The records of the list, in words that a job can keep: the view's own condition and the one of the address. */
    public RecordSelection selection() {
        return new RecordSelection(
                List.of(address.deleted() ? "" : view.filter(), address.filter()),
                address.text(),
                address.sort().isEmpty() && !address.deleted() ? view.sort() : address.sort(),
                address.deleted());
    }

    /** What is asked of the service, without page and columns. */
    RecordQuery query() {
        return selection().query();
    }

    public List<ListColumn> getColumns() {
        return columns.shown(object, address, query().sort());
    }

    /** Every column that may be shown, for the chooser. */
    public List<ListColumns.Choice> getColumnChoices() {
        return columns.choices(object);
    }

    private RecordPage page() {
        if (page == null) {
            Set<String> fields =
                    getColumns().stream().map(ListColumn::name).collect(Collectors.toCollection(LinkedHashSet::new));
            fields.add(object.titleField());
            String cursor = parameter("cursor");
            RecordQuery query = query().fields(fields).withLabels();
            page = records.list(object.name(), cursor.isEmpty() ? query.counted() : query.after(cursor));
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
                title.isEmpty() ? texts.of("record.untitled") : title,
                record.deleted() ? "" : here.href(object.path() + "/" + record.id()),
                Avatar.of(title),
                cells);
    }

    public boolean isFilled() {
        return !getRows().isEmpty();
    }

    /** Nothing narrows the list: it is empty because there is nothing at all. */
    public boolean isUntouched() {
        return address.text().isEmpty() && query().filter() == null && !address.deleted();
    }

    public String getNextHref() {
        return page().next().map(address::next).orElse("");
    }

    /** How many match, such as {@code 1,284} or {@code 10,000+}; empty on following pages. */
    public String getTotal() {
        return page().total()
                .map(t -> values.formats().count(t.count()) + (t.atLeast() ? "+" : ""))
                .orElse("");
    }

    public boolean isCreatable() {
        return policy.allows(object, Operation.CREATE);
    }

    public boolean isDeletable() {
        return policy.allows(object, Operation.DELETE);
    }

    /** Avatars of people are round. */
    public boolean isOfPeople() {
        return object.icon().startsWith("pi-user");
    }
}
