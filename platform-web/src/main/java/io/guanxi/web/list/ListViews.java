package io.guanxi.web.list;

import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.view.OpenView;
import io.guanxi.kernel.view.SavedViews;
import io.guanxi.kernel.view.ViewChoices;
import io.guanxi.kernel.view.ViewChoices.ViewChoice;
import io.guanxi.kernel.view.ViewColumn;
import io.guanxi.kernel.view.ViewForm;
import io.guanxi.kernel.view.ViewRules;
import io.guanxi.kernel.view.ViewSettings;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The views over a list, which of them is shown, and what the address changes about it. */
@Named("views")
@RequestScoped
public class ListViews {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Here here;

    @Inject
    private SavedViews saved;

    @Inject
    private ViewChoices choices;

    @Inject
    private Texts texts;

    private final List<ShownView> all = new ArrayList<>();
    private ObjectDescriptor object;
    private ListAddress address;
    private ShownView current;
    private ShownView first;

    /** A tab over the list. */
    public record Tab(String label, String href, boolean current, boolean shared, boolean own) {}

    @PostConstruct
    void readViews() {
        object = here.object();
        address = ListAddress.of(here.getListHref(), request::getParameter);
        List<ViewChoice> chosen = choices.of(object.name());
        object.views()
                .forEach(view -> all.add(new ShownView(
                        view.name(),
                        Labels.view(object, view, texts.locale()),
                        Optional.empty(),
                        OpenView.of(object, ViewSettings.PLAIN.query(view.filter(), view.sort())),
                        columns(chosen, view.name()))));
        saved.of(object.name())
                .forEach(view -> all.add(new ShownView(
                        view.id(),
                        view.name(),
                        Optional.of(view),
                        OpenView.of(object, view.settings()),
                        columns(chosen, view.id()))));
        first = chosen.stream()
                .filter(ViewChoice::first)
                .flatMap(choice -> all.stream().filter(view -> view.key().equals(choice.key())))
                .findFirst()
                .orElse(all.get(0));
        current = address.get("view").map(this::require).orElse(first);
    }

    private List<ViewColumn> columns(List<ViewChoice> chosen, String key) {
        return chosen.stream()
                .filter(choice -> choice.key().equals(key))
                .flatMap(choice -> choice.columns().stream())
                .filter(column -> object.find(column.field()).isPresent())
                .toList();
    }

    /**
     * @throws RecordNotFound when the reader sees no such view
     */
    private ShownView require(String key) {
        return all.stream().filter(view -> view.key().equals(key)).findFirst().orElseThrow(RecordNotFound::new);
    }

    public ListAddress getAddress() {
        return address;
    }

    public ShownView getCurrent() {
        return current;
    }

    public List<Tab> getTabs() {
        return all.stream()
                .map(view -> new Tab(
                        view.label(),
                        address.view(view.equals(first) ? "" : view.key()).href(),
                        view.equals(current) && !address.aside(),
                        view.isShared(),
                        view.saved().isPresent()))
                .toList();
    }

    /** The view with what the address changes about it. */
    ViewSettings shown() {
        ViewSettings settings = current.open().settings().columns(current.columns());
        if (address.aside()) {
            return ViewSettings.PLAIN
                    .columns(settings.columns())
                    .query(address.get("filter").orElse(""), address.get("sort").orElse(""));
        }
        ViewSettings changed = settings.query(
                        address.get("filter").orElse(settings.filter()),
                        address.get("sort").orElse(settings.sort()))
                .groupBy(address.get("group").orElse(settings.groupBy()));
        ViewSettings formed = address.get("as").map(as -> formed(changed, as)).orElse(changed);
        requireForm(formed);
        return formed;
    }

    private static ViewSettings formed(ViewSettings settings, String as) {
        String[] parts = as.split(":", 2);
        for (ViewForm form : ViewForm.values()) {
            if (word(form).equals(parts[0])) {
                return settings.form(form, parts.length == 1 ? "" : parts[1]);
            }
        }
        return settings;
    }

    /** A form as it stands in addresses, before the colon and its field. */
    static String word(ViewForm form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    /** The address shows something else than the view does. */
    public boolean isChanged() {
        ViewSettings own = current.open().settings();
        return !address.aside() && !shown().columns(own.columns()).equals(own);
    }

    /** The form of the address must be one that the object has a field for. */
    private void requireForm(ViewSettings settings) {
        String name = settings.formField();
        boolean fits =
                switch (settings.form()) {
                    case TABLE -> name.isEmpty();
                    case BOARD -> object.find(name).filter(ViewRules::boards).isPresent();
                    case CALENDAR -> object.find(name).filter(ViewRules::dates).isPresent();
                };
        if (!fits) {
            throw new InvalidQuery("form", name);
        }
    }

    public boolean isOpenedFirst() {
        return current.equals(first);
    }

    /** Labels of the fields that the view has lost; empty when it is whole. */
    public String getMissing() {
        return address.aside()
                ? ""
                : current.open().missing().stream().collect(Collectors.joining(texts.of("list.separator")));
    }
}
