package io.guanxi.documents;

import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.RecordRules;
import io.guanxi.kernel.record.RelatedCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A document is about nothing, or about a record that is there and that its author may read. */
@ApplicationScoped
public class DocumentRules implements RecordRules {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private RelatedCheck related;

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
        boolean isMoved = related.check(document.relatedObject(), document.relatedId(), before, faults);
        if (isMoved && count(document) >= most) {
            faults.add("/relatedId", "document.tooMany", most);
        }
    }

    private long count(Document document) {
        return entities.createQuery(
                        "SELECT COUNT(e.id) FROM Document e WHERE e.relatedId = :id AND e.deletedAt IS NULL",
                        Long.class)
                .setParameter("id", document.relatedId())
                .getSingleResult();
    }
}
