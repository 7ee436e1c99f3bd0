package io.guanxi.kernel.access;

import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.object.RelatedList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Every object there is for the caller, as the caller knows it: without fields that are hidden from them. For whatever faces
 * people and programs; what computes asks the {@link ObjectRegistry}, which hides nothing.
 */
@ApplicationScoped
public class VisibleObjects {

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    /** All objects, those that the caller may do nothing with too: that is asked of the {@link AccessPolicy}. */
    public Collection<ObjectDescriptor> all() {
        Caller caller = CallContext.require();
        Collection<ObjectDescriptor> all = objects.all();
        return caller.isPerson() && !caller.rights().objects().isEmpty()
                ? all.stream().map(access::seen).toList()
                : all;
    }

    /** Lists beside a record of the object: its own parts first, parts of others last. */
    public List<RelatedList> related(ObjectDescriptor object) {
        return objects.related(object).stream()
                .filter(list -> find(list.object())
                        .flatMap(other -> other.find(list.field()))
                        .isPresent())
                .toList();
    }

    public Optional<ObjectDescriptor> find(String name) {
        return objects.find(name).map(access::seen);
    }

    /**
     * @throws RecordNotFound when there is no such object
     */
    public ObjectDescriptor require(String name) {
        return access.seen(objects.require(name));
    }

    public Optional<ObjectDescriptor> findByPath(String path) {
        return objects.findByPath(path).map(access::seen);
    }

    /**
     * @throws RecordNotFound when no object has the path; for addresses that come from outside
     */
    public ObjectDescriptor requireByPath(String path) {
        return access.seen(objects.requireByPath(path));
    }
}
