package io.guanxi.tenantadmin.objects;

import io.guanxi.kernel.custom.CustomObjectDefinition;
import io.guanxi.kernel.custom.CustomObjectDefinitions;
import io.guanxi.kernel.custom.CustomObjectRules;
import io.guanxi.kernel.custom.ObjectUses;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The page of a tenant's objects: all of them, and the form of one of the tenant's own. */
@Named("objectsPage")
@RequestScoped
public class ObjectsPage {

    static final String ADDRESS = "/app/admin/objects";

    /** Names of what goes, before it is only said how many more. */
    private static final int NAMED = 10;

    private static final Set<String> DONE = Set.of("added", "changed", "removed");

    @Inject
    private CustomObjectDefinitions definitions;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private final ObjectForm form = new ObjectForm();
    private String path;
    private String confirmed;
    private ObjectUses uses;

    /** A line of the table; {@code href} is empty for objects of the product, which nobody changes. */
    public record Row(String label, String icon, String path, String fields, String fieldsHref, String href) {}

    /** An icon to choose. */
    public record Icon(String name, String label, boolean chosen) {}

    @PostConstruct
    void open() {
        path = given("object", "of");
        if (!path.isEmpty()) {
            form.edit(definitions.require(path));
        }
        String icon = request.getParameter("icon");
        if (icon != null) {
            form.choose(icon);
        }
    }

    /** A parameter of the address, else the member of the form that was sent; empty when there is neither. */
    private String given(String parameter, String member) {
        String value = request.getParameter(parameter) == null
                ? request.getParameter(member)
                : request.getParameter(parameter);
        return value == null ? "" : value;
    }

    public List<Row> getOwn() {
        return objects.all().stream()
                .filter(ObjectDescriptor::isCustom)
                .map(object -> row(object, href(ADDRESS, "object=" + object.path())))
                .toList();
    }

    public List<Row> getShipped() {
        return objects.all().stream()
                .filter(object -> !object.isCustom())
                .map(object -> row(object, ""))
                .toList();
    }

    private Row row(ObjectDescriptor object, String href) {
        long fields = object.fields().values().stream()
                .filter(FieldDescriptor::isCustom)
                .count();
        return new Row(
                Labels.plural(object, Texts.locale()),
                object.icon(),
                object.path(),
                Texts.of("objects.fields.count", fields),
                href("/app/admin/fields", "object=" + object.path()),
                href);
    }

    /** Objects that the records of a new one may be parts of, by label. */
    public Map<String, String> getWholes() {
        Map<String, String> wholes = new LinkedHashMap<>();
        wholes.put(Texts.of("objects.partOf.none"), "");
        objects.all().forEach(object -> wholes.put(Labels.singular(object, Texts.locale()), object.name()));
        return wholes;
    }

    public List<Icon> getIcons() {
        return CustomObjectRules.ICONS.stream()
                .map(icon -> new Icon(icon, Texts.of("objects.icon." + icon), icon.equals(form.getIcon())))
                .toList();
    }

    /** Whether the form is shown instead of the table. */
    public boolean isOpen() {
        return !path.isEmpty() || request.getParameter("new") != null || request.getParameter("begun") != null;
    }

    /** What the object is called; of one that is there. */
    public String getLabel() {
        return objects.findByPath(path)
                .map(object -> Labels.plural(object, Texts.locale()))
                .orElse(path);
    }

    public String getListHref() {
        return href(ADDRESS, "");
    }

    public String getNewHref() {
        return href(ADDRESS, "new=");
    }

    public String getFieldsHref() {
        return href("/app/admin/fields", "object=" + path);
    }

    public String getRecordsHref() {
        return request.getContextPath() + "/app/" + path;
    }

    /** What taking the object away would lose. */
    public String getLoss() {
        return Texts.of("objects.uses.records", uses().records()) + " " + Texts.of("objects.remove.sure");
    }

    /** A line of what goes with an object. */
    public record Loss(String what, String detail) {}

    /** Whether the admin is asked whether the object is to go. */
    public boolean isRemoving() {
        return !form.isNew() && !path.isEmpty() && request.getParameter("remove") != null && !uses().isHeld();
    }

    /** What goes with the object, for those who are about to take it away. */
    public List<Loss> getLosses() {
        ObjectDescriptor object = objects.requireByPath(path);
        List<String> fields = object.fields().values().stream()
                .filter(FieldDescriptor::isCustom)
                .map(field -> Labels.field(object, field, Texts.locale()))
                .toList();
        List<String> pointing = object.fields().values().stream()
                .filter(field -> field.reference() != null)
                .map(field -> Labels.field(object, field, Texts.locale()) + " → " + label(field.reference()))
                .toList();
        ObjectUses.Shown shown = definitions.shown(path);
        List<Loss> losses = new ArrayList<>();
        losses.add(new Loss(Texts.of("objects.loses.records", uses().records()), ""));
        lose("fields", fields.size(), joined(fields), losses);
        lose("lookUps", pointing.size(), joined(pointing), losses);
        lose("layouts", shown.layouts(), "", losses);
        lose("views", shown.views(), "", losses);
        lose("rules", shown.rules(), "", losses);
        return losses;
    }

    private static void lose(String what, long count, String names, List<Loss> losses) {
        if (count > 0) {
            losses.add(new Loss(Texts.of("objects.loses." + what, count), names));
        }
    }

    private static String joined(List<String> names) {
        String all = String.join(Texts.of("objects.and"), names.subList(0, Math.min(names.size(), NAMED)));
        return names.size() > NAMED ? Texts.of("objects.more", all, names.size() - NAMED) : all;
    }

    public String getRemoveHref() {
        return href(ADDRESS, "object=" + path + "&remove=");
    }

    public String getEditHref() {
        return href(ADDRESS, "object=" + path);
    }

    /** What has to be typed. */
    public String getTypedName() {
        return objects.requireByPath(path).name();
    }

    public String getConfirmLabel() {
        return Texts.of("objects.confirm", getTypedName());
    }

    public String getConfirmed() {
        return confirmed;
    }

    public void setConfirmed(String typed) {
        confirmed = typed;
    }

    /** What stands in the way of taking it away; empty when nothing does. */
    public String getHolders() {
        if (!uses().isHeld()) {
            return "";
        }
        String names = String.join(
                ", ",
                Stream.concat(
                                uses().fields().stream().map(field -> label(field.object()) + " – " + label(field)),
                                uses().parts().stream().map(this::label))
                        .toList());
        return Texts.of("objects.uses.held", names);
    }

    private String label(String object) {
        return objects.find(object)
                .map(one -> Labels.singular(one, Texts.locale()))
                .orElse(object);
    }

    private String label(ObjectUses.Pointer pointer) {
        return objects.find(pointer.object())
                .flatMap(object -> object.find("custom." + pointer.field())
                        .map(field -> Labels.field(object, field, Texts.locale())))
                .orElse(pointer.field());
    }

    private ObjectUses uses() {
        if (uses == null) {
            uses = definitions.uses(path);
        }
        return uses;
    }

    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("objects.done." + done) : "";
    }

    public void save() {
        CustomObjectDefinition object = form.definition();
        run("object=" + object.path() + "&done=" + (form.isNew() ? "added" : "changed"), () -> {
            if (form.isNew()) {
                definitions.add(object);
            } else {
                definitions.change(path, object);
            }
        });
    }

    public void remove() {
        if (confirmed == null || !confirmed.trim().equals(getTypedName())) {
            errors.add(new InvalidRecord(FieldError.of("/confirmed", "custom.unconfirmed", getTypedName())));
            return;
        }
        run("done=removed", () -> definitions.remove(path));
    }

    private void run(String next, Runnable change) {
        errors.submit(ADDRESS + "?" + next, change);
    }

    private String href(String address, String query) {
        return request.getContextPath() + address + (query.isEmpty() ? "" : "?" + query);
    }

    public ObjectForm getForm() {
        return form;
    }

    public String getPath() {
        return path;
    }
}
