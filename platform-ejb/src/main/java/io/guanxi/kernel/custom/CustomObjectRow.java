package io.guanxi.kernel.custom;

import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.reference;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.CustomObject;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectBuilder;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The definition of an object as the database keeps it, and the descriptor it makes. */
record CustomObjectRow(long id, boolean removed, CustomObjectDefinition definition) {

    static final String COLUMNS =
            "SELECT id, removed_at, name, path, labels, plurals, icon, part_of FROM custom_object WHERE tenant_id = ?";

    /** Entities and rail know what is the tenant's own by this name instead of a module's. */
    private static final String MODULE = "own";

    private static final String BUNDLE = "io.guanxi.kernel.custom.messages";

    private static final String NAME = "name";
    private static final String PARENT = "parent";
    private static final String OWNER = "owner";
    private static final int LONGEST_NAME = 200;

    /** A list begins with so many of the tenant's own fields, the head of a record with so many. */
    private static final int COLUMNS_SHOWN = 5;

    private static final int FIGURES_SHOWN = 3;

    static CustomObjectRow read(ResultSet row) throws SQLException {
        return new CustomObjectRow(
                row.getLong(1),
                row.getTimestamp(2) != null,
                new CustomObjectDefinition(
                        row.getString(3),
                        row.getString(4),
                        DefinitionRow.texts(JsonTree.readObject(row.getString(5))),
                        DefinitionRow.texts(JsonTree.readObject(row.getString(6))),
                        row.getString(7),
                        row.getString(8)));
    }

    /**
     * @param fields of the tenant's own in this object, in their order
     * @param wholes labels of what its records are parts of; empty when they stand alone
     */
    ObjectDescriptor descriptor(List<FieldDescriptor> fields, Map<String, String> wholes) {
        List<String> own = fields.stream().map(FieldDescriptor::name).toList();
        ObjectBuilder object = ObjectDescriptor.named(definition.name(), definition.path(), CustomRecord.class)
                .custom(new CustomObject(id, definition.labels(), definition.plurals(), wholes))
                .module(MODULE)
                .bundle(BUNDLE)
                .icon(definition.icon())
                .fields(text(NAME, LONGEST_NAME)
                        .required()
                        .sortable()
                        .searchable()
                        .synonyms("title", "名称", "标题"));
        List<String> first = new ArrayList<>(List.of(NAME));
        if (definition.partOf() != null) {
            object.fields(reference(PARENT, definition.partOf()).required().filterable())
                    .partOf(PARENT);
            first.add(PARENT);
        }
        object.fields(fields)
                .fields(
                        field("tags", FieldType.TAGS).filterable().searchable().synonyms("labels", "标签"),
                        field(OWNER, FieldType.MEMBER).filterable());
        List<String> about = new ArrayList<>(first);
        about.addAll(own);
        about.addAll(List.of(OWNER, "tags"));
        List<String> columns = new ArrayList<>(first);
        fields.stream()
                .filter(field -> !field.type().isProse())
                .limit(COLUMNS_SHOWN)
                .forEach(field -> columns.add(field.name()));
        columns.addAll(List.of(OWNER, "updatedAt"));
        List<String> figures = new ArrayList<>(fields.stream()
                .filter(field -> isTelling(field.type()))
                .limit(FIGURES_SHOWN)
                .map(FieldDescriptor::name)
                .toList());
        figures.add(OWNER);
        return object.section("about", about)
                .listColumns(columns)
                .keyFigures(figures)
                .view("all", "", NAME)
                .view("mine", "owner==me", NAME)
                .view("recent", "", "-updatedAt")
                .build();
    }

    private static boolean isTelling(FieldType type) {
        return switch (type) {
            case CHOICE, MONEY, DATE, INTEGER, DECIMAL, PERCENT, REFERENCE -> true;
            default -> false;
        };
    }
}
