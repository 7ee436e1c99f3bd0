package io.guanxi.kernel.custom;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Fields whose choices depend on another use it. An option of it may go: nothing goes with it then. */
@ApplicationScoped
public class DependenceUse implements FieldUse {

    @Override
    public List<User> usersOf(ObjectDescriptor object, FieldDescriptor field, String option) {
        return option != null
                ? List.of()
                : object.fields().values().stream()
                        .filter(other -> other.dependence()
                                .filter(dependence -> dependence.on().equals(field.name()))
                                .isPresent())
                        .map(other -> User.field(object, other, Labels.field(object, other, Locale.ENGLISH)))
                        .toList();
    }

    @Override
    public String kind(Locale locale) {
        return Labels.error("custom.dependent", locale);
    }
}
