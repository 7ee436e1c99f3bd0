package io.guanxi.web.list;

import io.guanxi.kernel.view.OpenView;
import io.guanxi.kernel.view.SavedView;
import io.guanxi.kernel.view.ViewColumn;
import java.util.List;
import java.util.Optional;

/**
 * A view over a list, shipped or saved.
 *
 * @param key    name of a shipped one, id of a saved one
 * @param saved  empty for those that the product ships
 * @param open   what it shows today
 * @param chosen columns that the reader has chosen for themselves; empty for the view's own
 */
public record ShownView(String key, String label, Optional<SavedView> saved, OpenView open, List<ViewColumn> chosen) {

    /** The reader may change and delete it. */
    public boolean editable() {
        return saved.filter(SavedView::editable).isPresent();
    }

    public boolean isShared() {
        return saved.filter(SavedView::shared).isPresent();
    }

    /** Columns as the reader sees them; empty for those of the object. */
    public List<ViewColumn> columns() {
        return chosen.isEmpty() ? open.settings().columns() : chosen;
    }
}
