package io.guanxi.kernel.object;

import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.record.CrmRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes an object field by field; {@link #build()} checks that every name used is a field. */
public final class ObjectBuilder {

    private final String name;
    private final String path;
    private final Class<? extends CrmRecord> entity;
    private final List<FieldDescriptor> fields = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<RelatedList> related = new ArrayList<>();
    private final List<RelatedList> companions = new ArrayList<>();
    private final List<ListView> views = new ArrayList<>();
    private final List<MatchField> matching = new ArrayList<>();
    private final Map<String, Integer> weights = new LinkedHashMap<>();
    private List<String> listColumns = List.of();
    private List<String> keyFigures = List.of();
    private List<String> listedAt = List.of();
    private String partOf;
    private String module;
    private String bundle;
    private String icon;
    private String titleField = "name";
    private CustomObject custom;
    private boolean everyday;
    private boolean archivable = true;
    private boolean common;

    ObjectBuilder(String name, String path, Class<? extends CrmRecord> entity) {
        this.name = name;
        this.path = path;
        this.entity = entity;
    }

    public ObjectBuilder module(String module) {
        this.module = module;
        return this;
    }

    public ObjectBuilder bundle(String bundle) {
        this.bundle = bundle;
        return this;
    }

    public ObjectBuilder icon(String icon) {
        this.icon = icon;
        return this;
    }

    public ObjectBuilder titleField(String field) {
        titleField = field;
        return this;
    }

    public ObjectBuilder fields(FieldBuilder... builders) {
        for (FieldBuilder builder : builders) {
            fields.add(builder.build());
        }
        return this;
    }

    /** Fields that are described already, after those that are there. */
    public ObjectBuilder fields(List<FieldDescriptor> described) {
        fields.addAll(described);
        return this;
    }

    /** People work through its records all day. */
    public ObjectBuilder everyday() {
        everyday = true;
        return this;
    }

    /** The product works by its records as long as they are there: they cannot be archived. */
    public ObjectBuilder neverArchived() {
        archivable = false;
        return this;
    }

    /** A company agrees on its records, and everybody works by them. */
    public ObjectBuilder common() {
        common = true;
        return this;
    }

    /** An object of a tenant's own. */
    public ObjectBuilder custom(CustomObject definition) {
        custom = definition;
        return this;
    }

    public ObjectBuilder section(String section, String... names) {
        return section(section, List.of(names));
    }

    public ObjectBuilder section(String section, List<String> names) {
        sections.add(new Section(section, List.copyOf(names)));
        return this;
    }

    public ObjectBuilder listColumns(List<String> names) {
        listColumns = List.copyOf(names);
        return this;
    }

    public ObjectBuilder keyFigures(List<String> names) {
        keyFigures = List.copyOf(names);
        return this;
    }

    public ObjectBuilder listColumns(String... names) {
        return listColumns(List.of(names));
    }

    public ObjectBuilder keyFigures(String... names) {
        return keyFigures(List.of(names));
    }

    public ObjectBuilder related(String object, String field) {
        related.add(new RelatedList(object, field));
        return this;
    }

    /** Lists this object's records beside those that these reference fields point to. */
    public ObjectBuilder listedAt(String... references) {
        listedAt = List.of(references);
        return this;
    }

    /** Records are parts of the one this reference field points to, and listed there. */
    public ObjectBuilder partOf(String reference) {
        partOf = reference;
        return this;
    }

    /** Rows imported into this object may fill one record of {@code object}, which points back by {@code field}. */
    public ObjectBuilder importsWith(String object, String field) {
        companions.add(new RelatedList(object, field));
        return this;
    }

    public ObjectBuilder view(String view, String filter, String sort) {
        views.add(new ListView(view, filter, sort));
        return this;
    }

    /**
     * A field tells that two records mean the same.
     *
     * @param weight how much, in percent: see {@link MatchField}
     */
    public ObjectBuilder matching(String field, MatchKind kind, int weight) {
        matching.add(new MatchField(field, kind, weight));
        return this;
    }

    /** Records are measured by whether these fields are filled, each counting so much; admins may weigh them otherwise. */
    public ObjectBuilder weighing(int weight, String... names) {
        for (String field : names) {
            weights.put(field, weight);
        }
        return this;
    }

    public ObjectDescriptor build() {
        if (!weights.isEmpty() || custom != null) {
            fields(field(ObjectDescriptor.COMPLETENESS, FieldType.INTEGER)
                    .readOnly()
                    .sortable()
                    .filterable());
        }
        fields(
                text("externalSystem", 60).readOnly().filterable(),
                text("externalId", 120).readOnly().filterable(),
                field("createdAt", FieldType.INSTANT).readOnly().sortable(),
                field("createdBy", FieldType.MEMBER).readOnly(),
                field("updatedAt", FieldType.INSTANT).readOnly().sortable(),
                field("updatedBy", FieldType.MEMBER).readOnly());
        ObjectDescriptor descriptor = new ObjectDescriptor(
                name,
                path,
                module,
                entity,
                bundle,
                icon,
                titleField,
                ObjectDescriptor.byName(fields),
                List.copyOf(sections),
                listColumns,
                keyFigures,
                List.copyOf(related),
                List.copyOf(views),
                partOf,
                listedAt,
                List.copyOf(companions),
                custom,
                List.copyOf(matching),
                everyday,
                java.util.Collections.unmodifiableMap(weights),
                archivable && partOf == null,
                common);
        descriptor.require(titleField);
        if (fields.stream().filter(f -> f.type() == FieldType.TAGS).count() > 1) {
            throw new IllegalStateException(name + " has two fields of tags");
        }
        listColumns.forEach(descriptor::require);
        keyFigures.forEach(descriptor::require);
        listedAt.forEach(descriptor::require);
        matching.forEach(match -> descriptor.require(match.field()));
        weights.keySet().forEach(descriptor::require);
        if (partOf != null && !descriptor.require(partOf).required()) {
            throw new IllegalStateException(name + " may be part of nothing");
        }
        sections.forEach(section -> section.fields().forEach(descriptor::require));
        return descriptor;
    }
}
