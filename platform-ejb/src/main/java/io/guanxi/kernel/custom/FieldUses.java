package io.guanxi.kernel.custom;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Everything that uses a field, whoever it belongs to. */
@ApplicationScoped
public class FieldUses {

    @Inject
    @Any
    private Instance<FieldUse> uses;

    @Inject
    @Any
    private Instance<FieldPlace> places;

    /**
     * One user of a field.
     *
     * @param kind what it is, by language tag
     */
    public record Use(Map<String, String> kind, String id, String name, String page) {}

    /**
     * @param option a choice of the field, when only that is to go; null for the whole field
     */
    public List<Use> of(ObjectDescriptor object, FieldDescriptor field, String option) {
        return uses.stream()
                .flatMap(use -> use.usersOf(object, field, option).stream()
                        .map(user -> new Use(kind(use::kind), user.id(), user.name(), user.page())))
                .toList();
    }

    /** Where a field is shown, and will be taken out with it. */
    List<Use> showing(ObjectDescriptor object, FieldDescriptor field) {
        return places.stream()
                .flatMap(place -> place.showing(object, field).stream()
                        .map(user -> new Use(kind(place::kind), user.id(), user.name(), user.page())))
                .toList();
    }

    void takeOut(ObjectDescriptor object, FieldDescriptor field) {
        places.forEach(place -> place.takeOut(object, field));
    }

    /**
     * @throws FieldInUse when there is any
     */
    void refuse(ObjectDescriptor object, FieldDescriptor field, String option) {
        List<Use> all = of(object, field, option);
        if (!all.isEmpty()) {
            throw new FieldInUse(all);
        }
    }

    private static Map<String, String> kind(Function<Locale, String> name) {
        Map<String, String> kind = new LinkedHashMap<>();
        Labels.LANGUAGES.forEach(locale -> kind.put(locale.toLanguageTag(), name.apply(locale)));
        return kind;
    }
}
