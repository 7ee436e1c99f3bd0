package io.guanxi.kernel.object;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.error.RecordNotFound;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every object of the product, by name and by path. */
@ApplicationScoped
public class ObjectRegistry {

    @Inject
    @Any
    private Instance<ObjectDefinition> definitions;

    @Inject
    private ObjectTailor tailor;

    private final Map<String, ObjectDescriptor> byName = new LinkedHashMap<>();
    private final Map<String, ObjectDescriptor> byPath = new LinkedHashMap<>();
    private final Map<String, List<RelatedList>> related = new LinkedHashMap<>();

    @PostConstruct
    void collect() {
        definitions.stream()
                .map(ObjectDefinition::descriptor)
                .sorted(Comparator.comparing(ObjectDescriptor::name))
                .forEach(this::add);
        byName.values().forEach(this::relate);
    }

    /** What an object lists itself, and then what others list beside it. */
    private void relate(ObjectDescriptor object) {
        object.related().forEach(list -> relate(object.name(), list));
        Stream.concat(Stream.ofNullable(object.partOf()), object.listedAt().stream())
                .map(object::require)
                .forEach(field -> relate(field.reference(), new RelatedList(object.name(), field.name())));
    }

    private void relate(String object, RelatedList list) {
        List<RelatedList> lists = related.computeIfAbsent(object, none -> new ArrayList<>());
        if (!lists.contains(list)) {
            lists.add(list);
        }
    }

    /** Lists beside a record of the object: its own parts first, parts of others last. */
    public List<RelatedList> related(ObjectDescriptor object) {
        return related.getOrDefault(object.name(), List.of()).stream()
                .sorted(Comparator.comparingInt(this::rank))
                .toList();
    }

    private int rank(RelatedList list) {
        String partOf = require(list.object()).partOf();
        return list.field().equals(partOf) ? 0 : partOf == null ? 1 : 2;
    }

    private void add(ObjectDescriptor descriptor) {
        if (byName.put(descriptor.name(), descriptor) != null || byPath.put(descriptor.path(), descriptor) != null) {
            throw new IllegalStateException("object described twice: " + descriptor.name());
        }
    }

    /** All objects, by name, with the fields of the caller's tenant. */
    public Collection<ObjectDescriptor> all() {
        return byName.values().stream().map(this::tailored).toList();
    }

    /** All objects as the product ships them. */
    public Collection<ObjectDescriptor> shipped() {
        return byName.values();
    }

    private ObjectDescriptor tailored(ObjectDescriptor object) {
        return CallContext.find().isEmpty() ? object : tailor.tailor(object);
    }

    /**
     * @throws IllegalArgumentException when there is no such object; for names the program itself uses
     */
    public ObjectDescriptor require(String name) {
        ObjectDescriptor descriptor = byName.get(name);
        if (descriptor == null) {
            throw new IllegalArgumentException("no object " + name);
        }
        return tailored(descriptor);
    }

    public Optional<ObjectDescriptor> findByPath(String path) {
        return Optional.ofNullable(byPath.get(path)).map(this::tailored);
    }

    /**
     * @throws RecordNotFound when no object has the path; for addresses that come from outside
     */
    public ObjectDescriptor requireByPath(String path) {
        return findByPath(path).orElseThrow(RecordNotFound::new);
    }
}
