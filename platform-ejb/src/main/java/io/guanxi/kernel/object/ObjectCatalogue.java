package io.guanxi.kernel.object;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A closed set of objects: by name, by path, and what is listed beside the records of each. */
public final class ObjectCatalogue {

    private final Map<String, ObjectDescriptor> byName = new LinkedHashMap<>();
    private final Map<String, ObjectDescriptor> byPath = new LinkedHashMap<>();
    private final Map<String, List<RelatedList>> related = new LinkedHashMap<>();

    /**
     * @param objects in the order they are shown; all that their references point to is among them
     * @throws IllegalStateException when two have the same name or path
     */
    public ObjectCatalogue(Collection<ObjectDescriptor> objects) {
        objects.forEach(this::add);
        objects.forEach(this::relate);
        related.values().forEach(lists -> lists.sort(Comparator.comparingInt(this::rank)));
    }

    private void add(ObjectDescriptor descriptor) {
        if (byName.put(descriptor.name(), descriptor) != null || byPath.put(descriptor.path(), descriptor) != null) {
            throw new IllegalStateException("object described twice: " + descriptor.name());
        }
    }

    /** What an object lists itself, and then what others list beside it: fields of a tenant's own always do. */
    private void relate(ObjectDescriptor object) {
        object.related().forEach(list -> relate(object.name(), list));
        Stream.concat(
                        Stream.concat(Stream.ofNullable(object.partOf()), object.listedAt().stream())
                                .map(object::require),
                        object.fields().values().stream()
                                .filter(field -> field.isCustom() && field.type() == FieldType.REFERENCE))
                .forEach(field -> relate(field.reference(), new RelatedList(object.name(), field.name())));
    }

    private void relate(String object, RelatedList list) {
        List<RelatedList> lists = related.computeIfAbsent(object, none -> new ArrayList<>());
        if (!lists.contains(list)) {
            lists.add(list);
        }
    }

    private int rank(RelatedList list) {
        String partOf = byName.get(list.object()).partOf();
        return list.field().equals(partOf) ? 0 : partOf == null ? 1 : 2;
    }

    public Collection<ObjectDescriptor> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    public Optional<ObjectDescriptor> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<ObjectDescriptor> findByPath(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Lists beside a record of the object: its own parts first, parts of others last. */
    public List<RelatedList> related(ObjectDescriptor object) {
        return Collections.unmodifiableList(related.getOrDefault(object.name(), List.of()));
    }
}
