package io.guanxi.documents;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.entitlement.Usage;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.file.ArrivedFile;
import io.guanxi.kernel.file.MediaTypes;
import io.guanxi.kernel.file.TenantFiles;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Contents of documents: taken in, given out. Everything else about a document is a record like any other. */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentService {

    private static final Logger LOG = Logger.getLogger(DocumentService.class.getName());

    private static final long MEGABYTE = 1024L * 1024;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordService records;

    @Inject
    private DocumentContents contents;

    @Inject
    private TenantFiles files;

    @Inject
    private Usage usage;

    @Inject
    @ConfigProperty(name = "guanxi.home")
    private String home;

    @Inject
    @ConfigProperty(name = "guanxi.documents.largest", defaultValue = "25")
    private int largestMegabytes;

    /** Largest content in bytes. */
    public long largest() {
        return largestMegabytes * MEGABYTE;
    }

    /**
     * A new document with its content, about a record. Needs {@code write} of documents and {@code read} of the record.
     *
     * @param object path of the record's object
     * @throws InvalidRecord when the content is empty, too large or a program, or the record is not there
     * @throws io.guanxi.kernel.error.LimitReached when the plan has no room for it
     */
    public RecordView add(String object, String record, String fileName, InputStream content) throws IOException {
        access.require(objects.require(Documents.OBJECT), Operation.CREATE);
        try (ArrivedFile file = receive(fileName, content)) {
            usage.requireRoom(Usage.STORAGE, file.size());
            Map<String, Object> input = Map.of("name", file.name(), "relatedObject", object, "relatedId", record);
            String id = files.keep(file.path());
            return orForget(id, () -> contents.create(input, file, id));
        }
    }

    /**
     * Gives a document a content, in place of the one it has. Needs {@code write}.
     *
     * @param expectedVersion version the caller has read; empty when it does not matter
     * @throws InvalidRecord when the content is empty, too large or a program
     * @throws io.guanxi.kernel.error.LimitReached when it is larger than what it replaces, and the plan has no room for it
     */
    public RecordView replace(String document, OptionalLong expectedVersion, String fileName, InputStream content)
            throws IOException {
        access.require(objects.require(Documents.OBJECT), Operation.UPDATE);
        records.require(Documents.OBJECT, document);
        try (ArrivedFile file = receive(fileName, content)) {
            Optional<Document> known = contents.find(document);
            long growth = file.size() - known.map(Document::size).orElse(0L);
            if (growth > 0) {
                usage.requireRoom(Usage.STORAGE, growth);
            }
            String id = files.keep(file.path());
            Optional<String> old = known.flatMap(Document::contentId);
            RecordView changed = orForget(id, () -> contents.replace(document, expectedVersion, file, id));
            old.ifPresent(this::forget);
            return changed;
        }
    }

    /**
     * The content of a live document. Needs {@code read}.
     *
     * @throws RecordNotFound when there is no such document, or it has no content
     */
    public DocumentContent open(String document) throws IOException {
        records.require(Documents.OBJECT, document);
        Document found = contents.find(document).orElseThrow(RecordNotFound::new);
        String id = found.contentId().orElseThrow(RecordNotFound::new);
        return new DocumentContent(
                found.fileName(), MediaTypes.safe(found.mediaType()), found.size(), found.checksum(), files.open(id));
    }

    private ArrivedFile receive(String fileName, InputStream content) throws IOException {
        return ArrivedFile.receive(fileName, content, Path.of(home, "spool"), largest());
    }

    /** What no record points to must not stay. */
    private RecordView orForget(String id, java.util.function.Supplier<RecordView> change) {
        try {
            return change.get();
        } catch (RuntimeException e) {
            forget(id);
            throw e;
        }
    }

    /** A content that cannot be removed now takes up room, and does no other harm. */
    private void forget(String id) {
        try {
            files.delete(id);
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "a content that is not needed any more stays: " + id);
        }
    }
}
