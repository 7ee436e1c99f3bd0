package io.guanxi.kernel.record;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.Row;
import io.guanxi.kernel.search.SearchDocument;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what records are found by, as it is committed now. For the search index: it asks no permission. */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SearchableRecords {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    /** Those of the records that are there, in the recycle bin too; none of an object that nothing is found of. */
    public List<SearchDocument> byIds(String object, Collection<Long> ids) {
        return find(object)
                .map(descriptor -> read(descriptor, "e.id IN :bound", new ArrayList<>(ids), ids.size()))
                .orElse(List.of());
    }

    /** The newest records of an object before one, in the recycle bin too. */
    public List<SearchDocument> before(String object, long id, int limit) {
        return find(object)
                .map(descriptor -> read(descriptor, "e.id < :bound", id, limit))
                .orElse(List.of());
    }

    /** Names of the objects that something is found of. */
    public List<String> objects() {
        return objects.all().stream()
                .filter(SearchableRecords::isSearchable)
                .map(ObjectDescriptor::name)
                .toList();
    }

    private Optional<ObjectDescriptor> find(String object) {
        return objects.find(object).filter(SearchableRecords::isSearchable);
    }

    private static boolean isSearchable(ObjectDescriptor object) {
        return object.fields().values().stream().anyMatch(FieldDescriptor::searchable);
    }

    private List<SearchDocument> read(ObjectDescriptor object, String condition, Object bound, int limit) {
        List<FieldDescriptor> fields = object.fields().values().stream()
                .filter(field -> field.searchable() || field.name().equals(object.titleField()))
                .toList();
        Set<String> attributes = new LinkedHashSet<>(List.of("id", "deletedAt", "archivedAt"));
        fields.forEach(field -> attributes.addAll(EntityShape.attributesOf(source(object, field))));
        if (object.isOwned()) {
            attributes.add(ObjectDescriptor.OWNER);
        }
        TypedQuery<Object[]> query = RecordSource.select(
                entities,
                object,
                Object[].class,
                "e." + String.join(", e.", attributes),
                condition + " ORDER BY e.id DESC");
        List<String> names = List.copyOf(attributes);
        EntityShape shape = EntityShape.of(object);
        return query.setParameter("bound", bound).setMaxResults(limit).getResultList().stream()
                .map(values -> new Row(names, values))
                .map(row -> document(object, fields, row, shape.reader(row)))
                .toList();
    }

    /** A field that repeats the first element of a list stands for all of them. */
    private static FieldDescriptor source(ObjectDescriptor object, FieldDescriptor field) {
        return field.derivation().map(object::require).orElse(field);
    }

    private static SearchDocument document(
            ObjectDescriptor object, List<FieldDescriptor> fields, Row row, Function<String, Object> attributes) {
        SearchDocument document = new SearchDocument(object.name(), (Long) row.get("id"), CrmRecord.shelf(row));
        if (object.isOwned()) {
            document.owner((Long) row.get(ObjectDescriptor.OWNER));
        }
        for (FieldDescriptor field : fields) {
            Object value = FieldCodec.external(source(object, field), attributes);
            if (value == null) {
                continue;
            }
            if (field.name().equals(object.titleField())) {
                document.title(field.type(), value.toString());
            } else if (field.type() == FieldType.TAGS) {
                ((List<?>) value)
                        .forEach(tag ->
                                document.tag(RecordId.parse(tag.toString()).orElseThrow()));
            } else if (field.type() == FieldType.MULTI_CHOICE) {
                ((List<?>) value).forEach(choice -> document.text(FieldType.CHOICE, choice.toString()));
            } else if (value instanceof List<?> elements) {
                elements.forEach(element -> element(document, field, (Map<?, ?>) element));
            } else {
                document.text(field.type(), value.toString());
            }
        }
        return document;
    }

    private static void element(SearchDocument document, FieldDescriptor field, Map<?, ?> element) {
        Object text =
                switch (field.type()) {
                    case PHONE -> element.get("number");
                    case EMAIL -> element.get("address");
                    default -> element.get(field.name());
                };
        if (text != null) {
            document.text(field.type(), text.toString());
        }
    }
}
