package io.guanxi.kernel.object;

import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.record.CrmRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an object of the CRM is, said once; pages, REST, import, search, history and permissions all read it.
 *
 * @param name        singular, such as {@code account}; prefix of its message keys
 * @param path        plural kebab-case, its segment in REST and in page addresses, such as {@code accounts}
 * @param module      module it belongs to, asked of the plan, such as {@code customers}
 * @param entity      JPA entity that stores it
 * @param bundle      resource bundle with its labels
 * @param icon        PrimeIcons name such as {@code pi-building}
 * @param titleField  field that names a record in headings, links and choices
 * @param fields      all fields by name, in their natural order, the common ones last
 * @param sections    groups on the record and edit pages
 * @param listColumns fields shown in lists at first
 * @param keyFigures  fields shown large in the record's header
 * @param related     lists beside a record
 * @param views       tabs over the list
 * @param partOf      reference field that points to what its records are parts of, such as the order of a line: a part
 *     never moves, and is deleted and restored with the whole; null for records that stand alone
 * @param listedAt    reference fields; beside the records they point to, this object's records are listed
 * @param companions  objects an import may fill from the same row, by the name of their reference field here or there
 * @param custom      what the tenant whose object it is has said about it; null for objects of the product
 * @param matching    what tells that two records mean the same; empty for objects whose duplicates nobody looks for
 * @param everyday    whether people work through its records all day: those have a place of their own where there are
 *     few, as at the foot of a phone's screen; all others are reached through the list of all objects
 * @param weights     how much it counts that a field is filled, by its name; empty for objects whose records are not measured
 * @param archivable whether records can be put aside: not those that others work by, such as tags, nor parts, which go
 *     where the whole goes
 * @param common     whether a company agrees on its records and everybody works by them, such as products and tags
 */
public record ObjectDescriptor(
        String name,
        String path,
        String module,
        Class<? extends CrmRecord> entity,
        String bundle,
        String icon,
        String titleField,
        Map<String, FieldDescriptor> fields,
        List<Section> sections,
        List<String> listColumns,
        List<String> keyFigures,
        List<RelatedList> related,
        List<ListView> views,
        String partOf,
        List<String> listedAt,
        List<RelatedList> companions,
        CustomObject custom,
        List<MatchField> matching,
        boolean everyday,
        Map<String, Integer> weights,
        boolean archivable,
        boolean common) {

    /** The field that says whose a record is. */
    public static final String OWNER = "owner";

    /** Fields that pages and programs go by, whoever sees the record. */
    private static final Set<String> LASTING = Set.of(OWNER, "createdAt", "updatedAt");

    /** The field that says how complete a record is, in percent. */
    public static final String COMPLETENESS = "completeness";

    /** Begins the message keys of what all tenants' own objects have. */
    private static final String OWN_MESSAGES = "record";

    public static ObjectBuilder named(String name, String path, Class<? extends CrmRecord> entity) {
        return new ObjectBuilder(name, path, entity);
    }

    public Optional<FieldDescriptor> find(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /**
     * @throws IllegalArgumentException when the object has no such field
     */
    public FieldDescriptor require(String field) {
        return find(field).orElseThrow(() -> new IllegalArgumentException(name + " has no field " + field));
    }

    /** The fields a person or partner may fill. */
    public List<FieldDescriptor> editableFields() {
        return fields.values().stream().filter(f -> !f.readOnly()).toList();
    }

    /** The same object with fields of a tenant's own after those of the product, and a section that shows them. */
    public ObjectDescriptor with(List<FieldDescriptor> own) {
        List<FieldDescriptor> all = new ArrayList<>(fields.values());
        all.addAll(own);
        List<Section> groups = new ArrayList<>(sections);
        groups.add(new Section(
                Section.CUSTOM, own.stream().map(FieldDescriptor::name).toList()));
        return having(all, groups);
    }

    /** Whether it is an object of the tenant's own. */
    public boolean isCustom() {
        return custom != null;
    }

    /** What the keys of its messages begin with, in its bundle. */
    String messages() {
        return isCustom() ? OWN_MESSAGES : name;
    }

    /** The same object with exactly these fields, for checks before anything is changed. */
    public ObjectDescriptor having(List<FieldDescriptor> all) {
        return having(all, sections);
    }

    private ObjectDescriptor having(List<FieldDescriptor> all, List<Section> groups) {
        return copy(byName(all), List.copyOf(groups), listColumns, keyFigures, views, matching, weights);
    }

    /** The same object with other values of all that its copies differ in. */
    private ObjectDescriptor copy(
            Map<String, FieldDescriptor> fields,
            List<Section> sections,
            List<String> listColumns,
            List<String> keyFigures,
            List<ListView> views,
            List<MatchField> matching,
            Map<String, Integer> weights) {
        return new ObjectDescriptor(
                name,
                path,
                module,
                entity,
                bundle,
                icon,
                titleField,
                fields,
                sections,
                listColumns,
                keyFigures,
                related,
                views,
                partOf,
                listedAt,
                companions,
                custom,
                matching,
                everyday,
                weights,
                archivable,
                common);
    }

    /** The same object with other weights; fields that it does not have are left out. */
    public ObjectDescriptor weighing(Map<String, Integer> others) {
        Map<String, Integer> known = new LinkedHashMap<>();
        fields.keySet().stream().filter(others::containsKey).forEach(field -> known.put(field, others.get(field)));
        return copy(
                fields,
                sections,
                listColumns,
                keyFigures,
                views,
                matching,
                java.util.Collections.unmodifiableMap(known));
    }

    /**
     * The same object as somebody knows it for whom some fields do not exist and others are only read. What names a record,
     * whose it is and what it is a part of is there for everybody.
     */
    public ObjectDescriptor seen(Predicate<String> hidden, Predicate<String> fixed) {
        Set<String> gone = new HashSet<>();
        List<FieldDescriptor> left = new ArrayList<>();
        for (FieldDescriptor field : fields.values()) {
            boolean isHidden = hidden.test(field.name())
                    || field.derivation().filter(hidden).isPresent();
            if (isHidden && !isLasting(field.name())) {
                gone.add(field.name());
            } else {
                left.add(fixed.test(field.name()) ? field.fixed() : field);
            }
        }
        return copy(
                byName(left),
                sections.stream().map(section -> section.without(gone)).toList(),
                without(listColumns, gone),
                without(keyFigures, gone),
                views.stream()
                        .filter(view -> gone.stream().noneMatch(view::mentions))
                        .toList(),
                matching.stream().filter(match -> !gone.contains(match.field())).toList(),
                without(weights, gone));
    }

    /** Whether the field is there for everybody. */
    public boolean isLasting(String field) {
        return LASTING.contains(field) || field.equals(titleField) || field.equals(partOf) || listedAt.contains(field);
    }

    private static List<String> without(List<String> names, Set<String> gone) {
        return names.stream().filter(field -> !gone.contains(field)).toList();
    }

    private static Map<String, Integer> without(Map<String, Integer> weights, Set<String> gone) {
        Map<String, Integer> left = new LinkedHashMap<>(weights);
        left.keySet().removeAll(gone);
        return java.util.Collections.unmodifiableMap(left);
    }

    /** Whether its records are somebody's. */
    public boolean isOwned() {
        return fields.containsKey(OWNER);
    }

    /** Whether its records may be about one of any object, which they name in two fields. */
    public boolean isAboutOthers() {
        return fields.containsKey("relatedObject") && fields.containsKey("relatedId");
    }

    /** Whether it can be said of its records how complete they are. */
    public boolean isMeasured() {
        return fields.containsKey(COMPLETENESS);
    }

    /** The grant that an operation needs, such as {@code accounts:read}. */
    public String grant(String operation) {
        return path + ":" + operation;
    }

    /** All grants there are about its records. */
    public Stream<String> grants() {
        return Arrays.stream(Operation.values())
                .map(Operation::grant)
                .distinct()
                .map(this::grant);
    }

    static Map<String, FieldDescriptor> byName(List<FieldDescriptor> fields) {
        Map<String, FieldDescriptor> named = new LinkedHashMap<>();
        fields.forEach(field -> {
            if (named.put(field.name(), field) != null) {
                throw new IllegalStateException("field described twice: " + field.name());
            }
        });
        return java.util.Collections.unmodifiableMap(named);
    }
}
