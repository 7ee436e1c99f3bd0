package io.guanxi.kernel.layout;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.custom.FieldPlace;
import io.guanxi.kernel.custom.FieldUse;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Layouts show fields, and lists of records beside one by the field that points to it. They need the field that gives records
 * their type, and its choices that have a layout of their own.
 */
@ApplicationScoped
public class LayoutUse implements FieldUse, FieldPlace {

    @Inject
    private LayoutReader reader;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private SqlGateway sql;

    @Inject
    private Event<LayoutsChanged> changes;

    /** A layout, and the same without a field. */
    private record Place(ObjectDescriptor object, LayoutKey key, LayoutDefinition before, LayoutDefinition after) {

        boolean isTouched() {
            return !before.equals(after);
        }

        /** Who merely hides a field does not show it. */
        boolean isShown() {
            return !before.sections().equals(after.sections())
                    || !before.keyFigures().equals(after.keyFigures())
                    || !before.related().equals(after.related());
        }
    }

    @Override
    public List<User> usersOf(ObjectDescriptor object, FieldDescriptor field, String option) {
        if (!field.name().equals(reader.typeFields().get(object.name()))) {
            return List.of();
        }
        return option == null
                ? List.of(new User("", Labels.plural(object, Locale.ENGLISH), page(object, LayoutKey.STANDARD)))
                : layouts(object).keySet().stream()
                        .filter(key -> key.recordType().equals(option))
                        .map(key -> user(object, key))
                        .toList();
    }

    @Override
    public List<User> showing(ObjectDescriptor object, FieldDescriptor field) {
        return places(object, field)
                .filter(Place::isShown)
                .map(place -> user(place.object(), place.key()))
                .toList();
    }

    @Override
    public void takeOut(ObjectDescriptor object, FieldDescriptor field) {
        List<Object[]> changed = new ArrayList<>();
        places(object, field)
                .filter(Place::isTouched)
                .forEach(place -> changed.add(new Object[] {
                    JsonTree.write(LayoutJson.write(place.after())),
                    place.object().name(),
                    place.key().recordType(),
                    place.key().role()
                }));
        sql.changeAll(
                "UPDATE layout SET content = ? WHERE object = ? AND record_type = ? AND role = ? AND tenant_id = ?",
                changed);
        if (!changed.isEmpty()) {
            changes.fire(new LayoutsChanged(CallContext.require().tenantId()));
        }
    }

    private Stream<Place> places(ObjectDescriptor object, FieldDescriptor field) {
        Stream<Place> own = layouts(object).entrySet().stream()
                .map(one -> new Place(
                        object,
                        one.getKey(),
                        one.getValue(),
                        one.getValue().without(field.name()).withoutList(object.name(), field.name())));
        Stream<Place> beside = objects.find(String.valueOf(field.reference())).stream()
                .filter(target -> !target.name().equals(object.name()))
                .flatMap(target -> layouts(target).entrySet().stream()
                        .map(one -> new Place(
                                target,
                                one.getKey(),
                                one.getValue(),
                                one.getValue().withoutList(object.name(), field.name()))));
        return Stream.concat(own, beside);
    }

    private Map<LayoutKey, LayoutDefinition> layouts(ObjectDescriptor object) {
        return reader.layouts().getOrDefault(object.name(), Map.of());
    }

    private static User user(ObjectDescriptor object, LayoutKey key) {
        Stream<String> particular =
                Stream.of(key.recordType(), key.role().toLowerCase(Locale.ROOT)).filter(part -> !part.isEmpty());
        String name = String.join(
                ", ",
                Stream.concat(Stream.of(Labels.plural(object, Locale.ENGLISH)), particular)
                        .toList());
        return new User("", name, page(object, key));
    }

    private static String page(ObjectDescriptor object, LayoutKey key) {
        return "/app/admin/layouts?object=" + object.path()
                + (key.recordType().isEmpty() ? "" : "&type=" + key.recordType())
                + (key.role().isEmpty() ? "" : "&role=" + key.role());
    }

    @Override
    public String kind(Locale locale) {
        return Labels.error("layout.layout", locale);
    }
}
