package io.guanxi.kernel.view;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.custom.FieldPlace;
import io.guanxi.kernel.custom.FieldUse;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Views use the fields in their filters, groups and colours, and show those in their columns and order. A private view of
 * somebody else keeps nobody from taking a field away, since only its owner could change it: who opens it is told what is gone.
 */
@ApplicationScoped
public class ViewUse implements FieldUse, FieldPlace {

    @Inject
    private SqlGateway sql;

    @Override
    public List<User> usersOf(ObjectDescriptor object, FieldDescriptor field, String option) {
        return views(object).stream()
                .filter(view -> view.isSeenBy(me()) && view.needs(field.name(), option))
                .map(view -> user(object, view))
                .toList();
    }

    @Override
    public List<User> showing(ObjectDescriptor object, FieldDescriptor field) {
        List<StoredView> views = views(object);
        List<User> places = new ArrayList<>(views.stream()
                .filter(view -> view.isSeenBy(me()) && view.shows(field.name()) && !view.needs(field.name(), null))
                .map(view -> user(object, view))
                .toList());
        long others = views.stream()
                .filter(view -> !view.isSeenBy(me()))
                .filter(view -> view.shows(field.name()) || view.needs(field.name(), null))
                .count();
        if (others > 0) {
            Locale locale = CallContext.require().locale();
            places.add(new User("", Labels.error("view.private", locale, others), ""));
        }
        return places;
    }

    @Override
    public void takeOut(ObjectDescriptor object, FieldDescriptor field) {
        List<Object[]> changed = views(object).stream()
                .filter(view -> view.shows(field.name()))
                .map(view -> new Object[] {SettingsText.write(view.notShowing(field.name())), view.id()})
                .toList();
        sql.changeAll(
                "UPDATE saved_view SET version = version + 1, definition = ? WHERE id = ? AND tenant_id = ?", changed);
        takeOutOfChoices(object, field);
    }

    private void takeOutOfChoices(ObjectDescriptor object, FieldDescriptor field) {
        List<Object[]> changed = sql
                .query(
                        "SELECT columns, member_id, view_key FROM view_choice WHERE tenant_id = ? AND object = ?",
                        row -> {
                            List<ViewColumn> columns = SettingsText.readColumns(row.getString(1));
                            List<ViewColumn> left = columns.stream()
                                    .filter(column -> !column.field().equals(field.name()))
                                    .toList();
                            return left.equals(columns)
                                    ? null
                                    : new Object[] {
                                        SettingsText.write(left), row.getLong(2), object.name(), row.getString(3)
                                    };
                        },
                        object.name())
                .stream()
                .filter(Objects::nonNull)
                .toList();
        sql.changeAll(
                "UPDATE view_choice SET columns = ? WHERE member_id = ? AND object = ? AND view_key = ? AND tenant_id = ?",
                changed);
    }

    private List<StoredView> views(ObjectDescriptor object) {
        return sql.query(
                "SELECT id, name, shared, owner_id, definition FROM saved_view WHERE tenant_id = ? AND object = ?"
                        + " ORDER BY name, id",
                row -> new StoredView(
                        row.getLong(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getLong(4),
                        SettingsText.read(row.getString(5))),
                object.name());
    }

    private static User user(ObjectDescriptor object, StoredView view) {
        return new User(view.outerId(), view.name(), "/app/" + object.path() + "?view=" + view.outerId());
    }

    private static long me() {
        return CallContext.require().memberId();
    }

    @Override
    public String kind(Locale locale) {
        return Labels.error("view.view", locale);
    }
}
