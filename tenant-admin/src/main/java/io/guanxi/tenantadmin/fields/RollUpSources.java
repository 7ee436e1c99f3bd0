package io.guanxi.tenantadmin.fields;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.view.SavedViews;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an object's roll-ups can be made of, worded for the reader. */
@RequestScoped
public class RollUpSources {

    @Inject
    private ObjectRegistry objects;

    @Inject
    private SavedViews views;

    /**
     * Records that point to those of an object.
     *
     * @param object name of their object
     * @param by     their field that points
     * @param label  such as {@code Contacts · Account}
     */
    public record Source(String object, String by, String label) {

        /** As it stands in addresses. */
        public String key() {
            return object + ":" + by;
        }
    }

    List<Source> of(ObjectDescriptor target) {
        return objects.all().stream()
                .flatMap(object -> object.fields().values().stream()
                        .filter(field -> field.type() == FieldType.REFERENCE
                                && field.filterable()
                                && target.name().equals(field.reference()))
                        .map(field -> source(object, field)))
                .toList();
    }

    private static Source source(ObjectDescriptor object, FieldDescriptor field) {
        String label = Labels.plural(object, Texts.locale()) + " · " + Labels.field(object, field, Texts.locale());
        return new Source(object.name(), field.name(), label);
    }

    Optional<Source> find(ObjectDescriptor target, String key) {
        return of(target).stream().filter(source -> source.key().equals(key)).findFirst();
    }

    /** Names of the fields that can be added up or compared, by label. */
    Map<String, String> fields(String object) {
        Map<String, String> fields = new LinkedHashMap<>();
        objects.find(object)
                .ifPresent(summed -> summed.fields().values().stream()
                        .filter(field -> isAmount(field.type()))
                        .forEach(field -> fields.put(Labels.field(summed, field, Texts.locale()), field.name())));
        return fields;
    }

    private static boolean isAmount(FieldType type) {
        return type.isNumber() || type == FieldType.MONEY || type == FieldType.DATE || type == FieldType.INSTANT;
    }

    /**
     * Which records may count, by label: all of them, or those of a view, whose conditions are taken as they are now.
     *
     * @param chosen the filter there is; null for none
     */
    Map<String, String> filters(String object, String chosen) {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put(Texts.of("fields.rollUp.all"), "");
        objects.find(object).ifPresent(summed -> {
            summed.views().stream()
                    .filter(view -> !view.filter().isEmpty())
                    .forEach(view -> filters.put(Labels.view(summed, view, Texts.locale()), view.filter()));
            views.of(object).stream()
                    .filter(view -> !view.settings().filter().isEmpty())
                    .forEach(view -> filters.put(view.name(), view.settings().filter()));
        });
        if (chosen != null && !filters.containsValue(chosen)) {
            filters.put(chosen, chosen);
        }
        return filters;
    }
}
