package io.guanxi.kernel.custom;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Formulas use the fields they read. */
@ApplicationScoped
public class FormulaUse implements FieldUse {

    @Override
    public List<User> usersOf(ObjectDescriptor object, FieldDescriptor field, String option) {
        return Formulas.of(object).stream()
                .filter(formula -> formula.rule().stream()
                        .anyMatch(rule -> rule.fields().contains(field.name())
                                && (option == null || mentions(rule.source(), option))))
                .map(formula ->
                        User.field(object, formula.field(), Labels.field(object, formula.field(), Locale.ENGLISH)))
                .toList();
    }

    private static boolean mentions(String source, String option) {
        return Stream.of("'", "\"").anyMatch(quote -> source.contains(quote + option + quote));
    }

    @Override
    public String kind(Locale locale) {
        return Labels.error("custom.formula", locale);
    }
}
