package io.guanxi.kernel.object;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.error.RecordNotFound;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every object there is for the caller, by name and by path: those of the product and those of its tenant. */
@ApplicationScoped
public class ObjectRegistry {

    @Inject
    @Any
    private Instance<ObjectDefinition> definitions;

    @Inject
    private ObjectTailor tailor;

    private ObjectCatalogue shipped;

    @PostConstruct
    void collect() {
        shipped = new ObjectCatalogue(definitions.stream()
                .map(ObjectDefinition::descriptor)
                .sorted(Comparator.comparing(ObjectDescriptor::name))
                .toList());
    }

    /**
     * All that the caller's tenant has, as it is at this moment; those of the product when nobody calls. The same instance
     * as long as nothing changes, so that what is made of it can be kept.
     */
    public ObjectCatalogue catalogue() {
        return CallContext.find().isEmpty() ? shipped : tailor.tailor(shipped);
    }

    /** Lists beside a record of the object: its own parts first, parts of others last. */
    public List<RelatedList> related(ObjectDescriptor object) {
        return catalogue().related(object);
    }

    /** All objects with the fields of the caller's tenant: the product's by name, then the tenant's own. */
    public Collection<ObjectDescriptor> all() {
        return catalogue().all();
    }

    /** All objects as the product ships them. */
    public Collection<ObjectDescriptor> shipped() {
        return shipped.all();
    }

    /** The object of a name that is kept somewhere: a tenant's own may be gone since. */
    public Optional<ObjectDescriptor> find(String name) {
        return catalogue().find(name);
    }

    /**
     * @throws RecordNotFound when there is no such object: one of a tenant's own may have gone a moment ago
     */
    public ObjectDescriptor require(String name) {
        return find(name).orElseThrow(RecordNotFound::new);
    }

    public Optional<ObjectDescriptor> findByPath(String path) {
        return catalogue().findByPath(path);
    }

    /**
     * @throws RecordNotFound when no object has the path; for addresses that come from outside
     */
    public ObjectDescriptor requireByPath(String path) {
        return findByPath(path).orElseThrow(RecordNotFound::new);
    }
}
