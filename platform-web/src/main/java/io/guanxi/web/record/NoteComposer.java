package io.guanxi.web.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.record.NewRecords;
import io.guanxi.notes.Notes;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.omnifaces.util.Faces;

/** Takes a note about the record of the page. */
@Named("noteComposer")
@RequestScoped
public class NoteComposer {

    @Inject
    private Here here;

    @Inject
    private NewRecords records;

    @Inject
    private AccessPolicy policy;

    @Inject
    private VisibleObjects registry;

    @Inject
    private Texts texts;

    private String text;
    private String error = "";

    /** Whether the caller may write one; notes have no notes. */
    public boolean isVisible() {
        return !here.getPath().equals(Notes.PATH) && policy.allows(registry.require(Notes.OBJECT), Operation.CREATE);
    }

    public void save() {
        try {
            records.create(
                    Notes.OBJECT,
                    Map.of(
                            "text", text == null ? "" : text,
                            "relatedObject", here.getPath(),
                            "relatedId", here.getId()));
            Faces.redirect(here.href(here.getPath() + "/" + here.getId()));
        } catch (InvalidRecord e) {
            FieldError first = e.errors().get(0);
            error = Labels.error(first.code(), texts.locale(), first.args().toArray());
        }
    }

    /** What is wrong with the note; empty when nothing is. */
    public String getError() {
        return error;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
