package io.guanxi.kernel.custom;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Formulas use the fields they read, those behind references too. */
@ApplicationScoped
public class FormulaUse implements FieldUse {

    @Inject
    private ObjectRegistry objects;

    @Override
    public List<User> usersOf(ObjectDescriptor object, FieldDescriptor field, String option) {
        return objects.all().stream()
                .flatMap(owner -> Formulas.of(owner, objects::find).stream()
                        .filter(formula ->
                                formula.rule().stream().anyMatch(rule -> rule.uses(owner, object, field, option)))
                        .map(formula -> User.field(owner, formula.field(), name(owner, formula.field(), object))))
                .toList();
    }

    /** A formula of another object is not found by its own name alone. */
    private static String name(ObjectDescriptor owner, FieldDescriptor formula, ObjectDescriptor object) {
        String name = Labels.field(owner, formula, Locale.ENGLISH);
        return owner.name().equals(object.name()) ? name : Labels.singular(owner, Locale.ENGLISH) + ": " + name;
    }

    @Override
    public String kind(Locale locale) {
        return Labels.error("custom.formula", locale);
    }
}
