package io.guanxi.web.list;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.view.ViewForm;
import io.guanxi.kernel.view.ViewRules;
import io.guanxi.kernel.view.ViewSettings;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The forms that a list can take, and the fields that each can be made of. */
@Named("forms")
@RequestScoped
public class ListForms {

    @Inject
    private Here here;

    @Inject
    private RecordList list;

    @Inject
    private Texts texts;

    /** A way to lay the list out. */
    public record Form(String label, String icon, String href, boolean current) {}

    /** Those that the object has a field for, the table first; empty when there is nothing but the table. */
    public List<Form> getAll() {
        List<Form> forms = new ArrayList<>();
        forms.add(form(ViewForm.TABLE, "", "pi-list"));
        fields(ViewRules::boards).stream()
                .findFirst()
                .ifPresent(field -> forms.add(form(ViewForm.BOARD, field.name(), "pi-objects-column")));
        fields(field -> ViewRules.dates(field) && !field.readOnly()).stream()
                .findFirst()
                .ifPresent(field -> forms.add(form(ViewForm.CALENDAR, field.name(), "pi-calendar")));
        return forms.size() == 1 || list.getAddress().aside() ? List.of() : forms;
    }

    private Form form(ViewForm form, String field, String icon) {
        ViewSettings settings = list.settings();
        String as = ListViews.word(form) + (field.isEmpty() ? "" : ":" + field);
        return new Form(
                texts.of("form." + ListViews.word(form)),
                icon,
                list.getAddress().with("as", as).without("on").without("span").href(),
                settings.form() == form);
    }

    /** The fields that the form in use could be made of; empty when there is but one. */
    public List<Form> getFields() {
        ViewSettings settings = list.settings();
        if (settings.form() == ViewForm.TABLE) {
            return List.of();
        }
        ObjectDescriptor object = here.object();
        List<FieldDescriptor> fields = fields(settings.form() == ViewForm.BOARD ? ViewRules::boards : ViewRules::dates);
        return fields.size() < 2
                ? List.of()
                : fields.stream()
                        .map(field -> new Form(
                                Labels.field(object, field, texts.locale()),
                                "",
                                list.getAddress()
                                        .with("as", ListViews.word(settings.form()) + ":" + field.name())
                                        .href(),
                                field.name().equals(settings.formField())))
                        .toList();
    }

    private List<FieldDescriptor> fields(Predicate<FieldDescriptor> wanted) {
        return here.object().fields().values().stream().filter(wanted).toList();
    }
}
