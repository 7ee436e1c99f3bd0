package io.guanxi.web.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.RelatedList;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Operator;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.SortKey;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.web.format.Avatar;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.format.Shown;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What points to a record: the first ten of each kind, and the way to all of them. */
@Named("related")
@RequestScoped
public class RelatedRecords {

    private static final int FIRST = 10;

    /** Orders with more lines are read in the list of lines. */
    private static final int PARTS = 100;

    @Inject
    private Here here;

    @Inject
    private RecordSheet record;

    @Inject
    private VisibleObjects registry;

    @Inject
    private RecordService records;

    @Inject
    private AccessPolicy policy;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    private List<Block> blocks;

    /**
     * @param allHref address of the full list
     * @param newHref address of the form for one more, already pointing here; empty when the caller may not
     * @param table   for parts of the record, which are shown with their columns; null for others
     */
    public record Block(String label, String count, List<Item> items, String allHref, String newHref, Table table) {}

    /** Parts of the record: the title first, then the other columns. */
    public record Table(List<Head> heads, List<Line> lines) {}

    public record Head(String label, boolean number) {}

    public record Line(String href, String title, List<Cell> cells) {}

    public record Cell(Shown value, boolean number) {}

    public record Item(String title, String detail, String href, Avatar avatar, boolean person) {}

    public List<Block> getBlocks() {
        if (blocks == null) {
            blocks = record.related().stream()
                    .filter(r -> policy.allows(registry.require(r.object()), Operation.READ))
                    .map(this::block)
                    .toList();
        }
        return blocks;
    }

    /** Lists beside the record. */
    public List<Block> getAside() {
        return getBlocks().stream().filter(block -> block.table() == null).toList();
    }

    /** Lists of what the record consists of. */
    public List<Block> getParts() {
        return getBlocks().stream().filter(block -> block.table() != null).toList();
    }

    private Block block(RelatedList related) {
        ObjectDescriptor target = registry.require(related.object());
        FieldDescriptor field = target.require(related.field());
        boolean isPart = related.field().equals(target.partOf());
        RecordPage page = records.list(
                target.name(),
                RecordQuery.all()
                        .filter(Filter.compare(related.field(), Operator.EQUAL, here.getId()))
                        .sort(order(target, related))
                        .limit(isPart ? PARTS : FIRST)
                        .counted()
                        .withLabels());
        boolean same = target.equals(here.object());
        String label = same
                ? texts.of("related.children", Labels.plural(target, texts.locale()))
                : Labels.plural(target, texts.locale());
        String href = here.href(target.path());
        return new Block(
                label,
                page.total().map(t -> values.formats().count(t.count())).orElse(""),
                page.items().stream().map(r -> item(target, related, r)).toList(),
                href + "?filter=" + related.field() + "==" + here.getId(),
                policy.allows(target, Operation.CREATE) && !field.readOnly()
                        ? href + "/new?" + related.field() + "=" + here.getId()
                        : "",
                isPart ? table(target, related, page.items()) : null);
    }

    /** As the object's own list is ordered at first; parts beside something else than their whole, newest first. */
    private static List<SortKey> order(ObjectDescriptor target, RelatedList related) {
        boolean ofWhole = related.field().equals(target.partOf());
        return target.partOf() != null && !ofWhole
                ? List.of()
                : SortKey.parse(target.views().get(0).sort());
    }

    /** The parts of the record with their columns. */
    private Table table(ObjectDescriptor part, RelatedList related, List<RecordView> records) {
        List<FieldDescriptor> columns = part.listColumns().stream()
                .filter(name -> !name.equals(related.field()))
                .map(part::require)
                .toList();
        return new Table(
                columns.stream()
                        .map(f -> new Head(Labels.field(part, f, texts.locale()), isNumber(f)))
                        .toList(),
                records.stream()
                        .map(r -> new Line(
                                here.href(part.path() + "/" + r.id()),
                                r.text(part.titleField()),
                                columns.stream()
                                        .filter(f -> !f.name().equals(part.titleField()))
                                        .map(f -> new Cell(values.show(part, f, r, false), isNumber(f)))
                                        .toList()))
                        .toList());
    }

    private static boolean isNumber(FieldDescriptor field) {
        return switch (field.type()) {
            case MONEY, INTEGER, DECIMAL, PERCENT -> true;
            default -> false;
        };
    }

    /** The detail is the first other column that says something, and not where we are. */
    private Item item(ObjectDescriptor target, RelatedList related, RecordView record) {
        String title = record.text(target.titleField());
        String detail = target.listColumns().stream()
                .filter(n -> !n.equals(target.titleField()) && !n.equals(related.field()))
                .map(target::require)
                .map(f -> values.text(
                        target, f, record.value(f.name()), record.labels().get(f.name())))
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse("");
        return new Item(
                title.isEmpty() ? texts.of("record.untitled") : title,
                detail,
                here.href(target.path() + "/" + record.id()),
                Avatar.of(title),
                target.icon().startsWith("pi-user"));
    }
}
