package io.guanxi.documents;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.file.ArrivedFile;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.record.RecordKey;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The transactions in which documents get their contents; permissions are asked by the {@link RecordService}. */
@Stateless
@TenantBound
public class DocumentContents {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private RecordService records;

    /** The document, live or not; empty when the tenant has none of the id. */
    public Optional<Document> find(String id) {
        OptionalLong inner = RecordId.parse(id);
        return inner.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(entities.find(
                        Document.class, new RecordKey(CallContext.require().tenantId(), inner.getAsLong())));
    }

    /** A new document with a content that is kept already. Needs {@code write}. */
    public RecordView create(Map<String, Object> input, ArrivedFile file, String content) {
        String id = records.create(Documents.OBJECT, input).id();
        return replace(id, OptionalLong.empty(), file, content);
    }

    /**
     * Gives a document a content that is kept already. Needs {@code write}.
     *
     * @throws io.guanxi.kernel.error.StaleRecord when somebody else changed the document since
     */
    public RecordView replace(String id, OptionalLong expectedVersion, ArrivedFile file, String content) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        long member = CallContext.require().memberId();
        return records.change(
                Documents.OBJECT, id, expectedVersion, record -> ((Document) record).hold(file, content, member, now));
    }
}
