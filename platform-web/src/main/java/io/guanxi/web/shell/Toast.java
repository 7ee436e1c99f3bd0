package io.guanxi.web.shell;

import io.guanxi.kernel.record.RecordService;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;

/** One short message at the foot of the next page, with a way back where there is one. */
@Named("toast")
@SessionScoped
public class Toast implements Serializable {

    @Inject
    private RecordService records;

    @Inject
    private Here here;

    @Inject
    private Texts texts;

    private String text;
    private String object;
    private List<String> undo = List.of();

    public void say(String message) {
        text = message;
        undo = List.of();
    }

    /** Says that records were deleted, and offers to bring them back. */
    public void deleted(String objectName, List<String> ids, String message) {
        text = message;
        object = objectName;
        undo = List.copyOf(ids);
    }

    public boolean isWaiting() {
        return text != null;
    }

    /** The message; reading it takes it away, so that it is shown once. */
    public String take() {
        String taken = text;
        text = null;
        return taken;
    }

    public boolean isUndoable() {
        return !undo.isEmpty();
    }

    /** Brings the deleted records back and shows the page again. */
    public void undo() {
        List<String> ids = undo;
        ids.forEach(id -> records.restore(object, id));
        say(texts.of("toast.restored", ids.size()));
        undo = List.of();
        Faces.redirect(here.address());
    }
}
