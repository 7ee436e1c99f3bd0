package io.guanxi.kernel.record;

import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** What points to a record, for the product's own decisions: whoever shows it to people asks what they may see. */
@Stateless
@TenantBound
public class RecordUses {

    /** Enough to decide by: nobody is told how many there are. */
    private static final int MOST = 200;

    @Inject
    private Pointers pointers;

    /** A live record that points to another one. */
    public record Use(String object, long id) {}

    /** The live records that point to a record, some hundreds at most. */
    public List<Use> of(ObjectDescriptor object, long id) {
        return pointers.to(object, List.of(id), MOST).stream()
                .filter(pointer -> !pointer.record().isDeleted())
                .map(pointer ->
                        new Use(pointer.object().name(), pointer.record().id()))
                .toList();
    }
}
