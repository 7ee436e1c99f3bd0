package io.guanxi.documents;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.RecordRules;
import io.guanxi.kernel.record.RecordSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A document is about nothing, or about a record that is there and that its author may read. */
@ApplicationScoped
public class DocumentRules implements RecordRules {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    @ConfigProperty(name = "guanxi.documents.per.record", defaultValue = "200")
    private int most;

    @Override
    public String object() {
        return Documents.OBJECT;
    }

    @Override
    public void complete(CrmRecord record, Map<String, Object> before, Faults faults) {
        Document document = (Document) record;
        boolean isMoved = !Objects.equals(before.get("relatedId"), document.relatedId())
                || !Objects.equals(before.get("relatedObject"), document.relatedObject());
        if (!isMoved || document.relatedObject() == null && document.relatedId() == null) {
            return;
        }
        if (document.relatedObject() == null) {
            faults.add("/relatedObject", "required");
        } else if (document.relatedId() == null) {
            faults.add("/relatedId", "required");
        } else if (!isThere(document)) {
            faults.add("/relatedId", "reference.unknown");
        } else if (count(document) >= most) {
            faults.add("/relatedId", "document.tooMany", most);
        }
    }

    private boolean isThere(Document document) {
        Optional<ObjectDescriptor> object =
                objects.findByPath(document.relatedObject()).filter(found -> access.allows(found, Operation.READ));
        return object.isPresent()
                && RecordId.parse(document.relatedId()).isPresent()
                && RecordSource.isLive(
                        entities,
                        object.get(),
                        RecordId.parse(document.relatedId()).getAsLong());
    }

    private long count(Document document) {
        return entities.createQuery(
                        "SELECT COUNT(e.id) FROM Document e WHERE e.relatedId = :id AND e.deletedAt IS NULL",
                        Long.class)
                .setParameter("id", document.relatedId())
                .getSingleResult();
    }
}
