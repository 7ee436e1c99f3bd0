package io.guanxi.web.documents;

import io.guanxi.documents.DocumentService;
import io.guanxi.documents.Documents;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Operator;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.RecordPicker;
import io.guanxi.web.shell.Texts;
import io.guanxi.web.shell.Toast;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.omnifaces.util.Faces;
import org.primefaces.event.FileUploadEvent;

/** The documents about the record of the page, newest first; on the page of a document, its own content. */
@Named("documents")
@RequestScoped
public class RecordDocuments {

    private static final int FIRST = 10;

    @Inject
    private Here here;

    @Inject
    private VisibleObjects registry;

    @Inject
    private AccessPolicy policy;

    @Inject
    private RecordService records;

    @Inject
    private DocumentService documents;

    @Inject
    private RecordPicker picker;

    @Inject
    private FieldValues values;

    @Inject
    private Toast toast;

    @Inject
    private Texts texts;

    private ObjectDescriptor object;
    private RecordPage page;

    /**
     * @param href     address of the document
     * @param download address of its content; empty when it has none
     * @param detail   file, size and age
     */
    public record Item(String name, String href, String download, String detail) {}

    @PostConstruct
    void open() {
        object = registry.require(Documents.OBJECT);
    }

    /** On the page of a document, the block is about its content. */
    public boolean isOwn() {
        return here.getPath().equals(Documents.PATH);
    }

    public boolean isVisible() {
        return policy.allows(object, Operation.READ);
    }

    public boolean isUploadable() {
        return policy.allows(object, Operation.CREATE);
    }

    public String getLabel() {
        return isOwn() ? texts.of("documents.content") : Labels.plural(object, texts.locale());
    }

    public String getCount() {
        return isOwn()
                ? ""
                : page().total()
                        .map(total -> values.formats().count(total.count()))
                        .orElse("");
    }

    public List<Item> getItems() {
        return isOwn()
                ? List.of(item(records.require(Documents.OBJECT, here.getId()))).stream()
                        .filter(item -> !item.download().isEmpty())
                        .toList()
                : page().items().stream().map(this::item).toList();
    }

    /** The record that the document of the page is about; empty when there is none that the reader may see. */
    public List<Item> getAbout() {
        RecordView document = records.require(Documents.OBJECT, here.getId());
        return registry
                .findByPath(document.text("relatedObject"))
                .filter(target -> policy.allows(target, Operation.READ))
                .map(target -> new Item(
                        picker.title(target.name(), document.text("relatedId")),
                        here.href(target.path() + "/" + document.text("relatedId")),
                        "",
                        Labels.singular(target, texts.locale())))
                .stream()
                .toList();
    }

    private RecordPage page() {
        if (page == null) {
            page = records.list(
                    Documents.OBJECT,
                    RecordQuery.all()
                            .filter(Filter.compare("relatedId", Operator.EQUAL, here.getId()))
                            .limit(FIRST)
                            .counted());
        }
        return page;
    }

    private Item item(RecordView document) {
        String href = here.href(Documents.PATH + "/" + document.id());
        boolean hasContent = document.value("fileName") != null;
        String detail = hasContent
                ? texts.of(
                        "documents.detail",
                        document.text("fileName"),
                        values.formats().bytes(Long.parseLong(document.text("sizeBytes"))),
                        values.formats().ago(Instant.parse(document.text("uploadedAt")), Instant.now()))
                : texts.of("documents.none");
        return new Item(document.text("name"), href, hasContent ? href + "/content" : "", detail);
    }

    /** Address of all documents of the record. */
    public String getAllHref() {
        return here.href(Documents.PATH) + "?filter=relatedId==" + here.getId();
    }

    /** Largest upload in bytes. */
    public long getLargest() {
        return documents.largest();
    }

    /** Takes a file over from the upload: a new document about the record, or the content of this document. */
    public void upload(FileUploadEvent event) throws IOException {
        String name = event.getFile().getFileName();
        try (InputStream content = event.getFile().getInputStream()) {
            if (isOwn()) {
                documents.replace(here.getId(), OptionalLong.empty(), name, content);
            } else {
                documents.add(here.getPath(), here.getId(), name, content);
            }
            toast.say(texts.of("documents.uploaded", name));
            Faces.redirect(here.href(here.getPath() + "/" + here.getId()));
        } catch (InvalidRecord e) {
            e.errors()
                    .forEach(error -> tell(
                            event,
                            Labels.error(
                                    error.code(), texts.locale(), error.args().toArray())));
        } catch (DomainException e) {
            tell(event, Labels.error(e.code(), texts.locale(), e.args().toArray()));
        }
    }

    private static void tell(FileUploadEvent event, String sentence) {
        Faces.getContext()
                .addMessage(
                        event.getComponent().getClientId(),
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    }
}
