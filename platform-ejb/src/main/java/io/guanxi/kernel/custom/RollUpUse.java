package io.guanxi.kernel.custom;

import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Roll-ups use the fields of the records that they sum up. */
@ApplicationScoped
public class RollUpUse implements FieldUse {

    @Inject
    private ObjectRegistry objects;

    @Override
    public List<User> usersOf(ObjectDescriptor object, FieldDescriptor field, String option) {
        return objects.all().stream()
                .flatMap(other -> RollUps.of(other).stream()
                        .filter(rollUp -> uses(rollUp.rollUp().orElseThrow(), object, field, option))
                        .map(rollUp -> User.field(other, rollUp, name(other, rollUp))))
                .toList();
    }

    private static boolean uses(
            Computation.RollUp rollUp, ObjectDescriptor object, FieldDescriptor field, String option) {
        return rollUp.object().equals(object.name())
                && (option == null
                        ? RollUps.reads(rollUp).contains(field.name())
                        : RollUps.names(rollUp, field.name(), option));
    }

    private static String name(ObjectDescriptor object, FieldDescriptor rollUp) {
        return Labels.singular(object, Locale.ENGLISH) + ": " + Labels.field(object, rollUp, Locale.ENGLISH);
    }

    @Override
    public String kind(Locale locale) {
        return Labels.error("custom.rollUp", locale);
    }
}
