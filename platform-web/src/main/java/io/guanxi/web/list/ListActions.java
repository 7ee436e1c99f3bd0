package io.guanxi.web.list;

import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.BulkOperation;
import io.guanxi.kernel.record.BulkResult;
import io.guanxi.kernel.record.BulkService;
import io.guanxi.kernel.record.MergeRefused;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import io.guanxi.web.shell.Toast;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.omnifaces.util.Faces;

/** What is done to the rows chosen in a list. */
@Named("listActions")
@RequestScoped
public class ListActions {

    @Inject
    private Here here;

    @Inject
    private RecordService records;

    @Inject
    private BulkService bulk;

    @Inject
    private Toast toast;

    @Inject
    private Texts texts;

    private String ids;

    /** Deletes the chosen rows and offers to undo it. */
    public void delete() {
        ObjectDescriptor object = here.object();
        List<BulkOperation> operations = chosen().stream()
                .map(id -> new BulkOperation(BulkOperation.Kind.DELETE, id, null, null, OptionalLong.empty(), Map.of()))
                .toList();
        List<BulkResult> results = bulk.applyEach(object.name(), operations);
        List<String> deleted = results.stream()
                .filter(r -> r.failure().isEmpty())
                .map(BulkResult::id)
                .toList();
        int failed = results.size() - deleted.size();
        toast.deleted(
                object.name(),
                deleted,
                failed == 0
                        ? texts.of("toast.deleted", deleted.size())
                        : texts.of("toast.deletedSome", deleted.size(), failed));
        Faces.redirect(here.address());
    }

    /** Puts the chosen rows aside; the archive brings them back. */
    public void archive() {
        chosen().forEach(id -> records.archive(here.object().name(), id));
        toast.say(texts.of("toast.archived", chosen().size()));
        Faces.redirect(here.address());
    }

    /** Brings the chosen rows back from the archive. */
    public void unarchive() {
        chosen().forEach(id -> records.unarchive(here.object().name(), id));
        toast.say(texts.of("toast.unarchived", chosen().size()));
        Faces.redirect(here.address());
    }

    /** Goes on to the page that merges the chosen rows. */
    public void merge() {
        Faces.redirect(here.getListHref() + "/merge?ids=" + String.join("+", chosen()));
    }

    /** Brings the chosen rows back from the recycle bin. */
    public void restore() {
        List<String> chosen = chosen();
        try {
            chosen.forEach(id -> records.restore(here.object().name(), id));
            toast.say(texts.of("toast.restored", chosen.size()));
        } catch (MergeRefused e) {
            toast.say(Labels.error(e.code(), texts.locale(), e.args().toArray()));
        }
        Faces.redirect(here.address());
    }

    private List<String> chosen() {
        return ids == null
                ? List.of()
                : Arrays.stream(ids.split(" ")).filter(id -> !id.isEmpty()).toList();
    }

    /** Ids of the chosen rows, separated by spaces; the page fills them in. */
    public String getIds() {
        return ids;
    }

    public void setIds(String ids) {
        this.ids = ids;
    }
}
