package io.guanxi.web.list;

import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.view.ColourRule;
import io.guanxi.kernel.view.RowColour;
import io.guanxi.kernel.view.SavedView;
import io.guanxi.kernel.view.SavedViews;
import io.guanxi.kernel.view.ViewChoices;
import io.guanxi.kernel.view.ViewColumn;
import io.guanxi.kernel.view.ViewSettings;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.JsonServlet;
import io.guanxi.web.shell.Texts;
import io.guanxi.web.shell.Toast;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is done with the views over a list: the address says which view is meant and what it shows, the body what is to be
 * done. The answer is where to go.
 */
@WebServlet(name = "VIEWS")
public class ViewActions extends JsonServlet {

    @Inject
    private transient Here here;

    @Inject
    private transient ListViews views;

    @Inject
    private transient RecordList list;

    @Inject
    private transient SavedViews saved;

    @Inject
    private transient ViewChoices choices;

    @Inject
    private transient Toast toast;

    @Inject
    private transient Texts texts;

    @Override
    protected Object read(HttpServletRequest request) {
        throw new RecordNotFound();
    }

    @Override
    protected Object change(HttpServletRequest request, Map<String, Object> input) {
        ListAddress there =
                switch (String.valueOf(input.get("action"))) {
                    case "create" -> create(input);
                    case "save" -> save(input);
                    case "delete" -> delete();
                    case "first" -> first(Boolean.TRUE.equals(input.get("first")));
                    case "columns" -> columns(input);
                    default -> throw new RecordNotFound();
                };
        return Map.of("href", there.href());
    }

    /** What is shown becomes a new view. */
    private ListAddress create(Map<String, Object> input) {
        SavedView made =
                saved.create(object().name(), name(input), Boolean.TRUE.equals(input.get("shared")), shown(input));
        toast.say(texts.of("view.created", made.name()));
        return views.getAddress().view(made.id());
    }

    /** What is shown becomes what the view shows. */
    private ListAddress save(Map<String, Object> input) {
        SavedView before = views.getCurrent().saved().orElseThrow(RecordNotFound::new);
        String name = input.containsKey("name") ? name(input) : before.name();
        boolean shared = input.containsKey("shared") ? Boolean.TRUE.equals(input.get("shared")) : before.shared();
        OptionalLong expected =
                input.get("version") instanceof Long version ? OptionalLong.of(version) : OptionalLong.empty();
        saved.change(before.id(), expected, name, shared, shown(input));
        choices.showColumns(object().name(), before.id(), List.of());
        toast.say(texts.of("view.saved", name));
        return views.getAddress().reset();
    }

    private ListAddress delete() {
        SavedView view = views.getCurrent().saved().orElseThrow(RecordNotFound::new);
        saved.delete(view.id(), OptionalLong.empty());
        toast.say(texts.of("view.deleted", view.name()));
        return views.getAddress().view("");
    }

    private ListAddress first(boolean first) {
        String key = views.getCurrent().key();
        choices.openFirst(object().name(), key, first);
        toast.say(texts.of(
                first ? "view.first" : "view.notFirst", views.getCurrent().label()));
        return views.getAddress().with("view", key);
    }

    private ListAddress columns(Map<String, Object> input) {
        List<ViewColumn> columns = ((List<?>) input.get("columns"))
                .stream()
                        .map(column -> (Map<?, ?>) column)
                        .map(column ->
                                new ViewColumn((String) column.get("field"), ((Number) column.get("width")).intValue()))
                        .toList();
        choices.showColumns(object().name(), views.getCurrent().key(), columns);
        return views.getAddress();
    }

    /** What the reader sees, with the colours that were sent if there were any. */
    private ViewSettings shown(Map<String, Object> input) {
        ViewSettings settings = views.shown()
                .columns(list.getColumns().stream()
                        .map(column -> new ViewColumn(column.name(), column.width()))
                        .toList());
        if (!(input.get("colours") instanceof List<?> rules)) {
            return settings;
        }
        return settings.colours(rules.stream()
                .map(rule -> (Map<?, ?>) rule)
                .map(rule -> new ColourRule((String) rule.get("filter"), colour((String) rule.get("colour"))))
                .toList());
    }

    private static RowColour colour(String name) {
        try {
            return RowColour.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RecordNotFound();
        }
    }

    private static String name(Map<String, Object> input) {
        return input.get("name") instanceof String name ? name : "";
    }

    private ObjectDescriptor object() {
        return here.object();
    }
}
