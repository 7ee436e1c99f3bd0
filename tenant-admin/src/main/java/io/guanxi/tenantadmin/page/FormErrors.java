package io.guanxi.tenantadmin.page;

import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.LimitReached;
import io.guanxi.kernel.object.Labels;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** What is wrong with the form that was sent: at its field where it has one, else above the form. */
@Named("formErrors")
@RequestScoped
public class FormErrors {

    private final Map<String, String> byField = new HashMap<>();
    private String general = "";

    /**
     * Does what the form asks for, and keeps what is wrong when it is refused.
     *
     * @return whether it was done
     */
    public boolean attempt(Runnable change) {
        try {
            change.run();
            return true;
        } catch (DomainException broken) {
            add(broken);
            return false;
        }
    }

    /**
     * Does what the form asks for and goes on to the address; shows the form again when it is refused.
     *
     * @return whether it was done
     */
    public boolean submit(String next, Runnable change) {
        boolean isDone = attempt(change);
        if (isDone) {
            Pages.goTo(next);
        }
        return isDone;
    }

    public void add(DomainException broken) {
        if (broken instanceof InvalidRecord invalid) {
            general = Texts.of("form.invalid");
            invalid.errors().forEach(error -> byField.putIfAbsent(error.member(), text(error)));
        } else if (broken instanceof DuplicateValue duplicate) {
            general = Texts.of("form.invalid");
            byField.put(duplicate.field(), Texts.of("form.taken"));
        } else if (broken instanceof LimitReached) {
            general = Texts.of("form.limit", broken.args().get(1));
        } else {
            general = Labels.error(broken.code(), Texts.locale(), broken.args().toArray());
        }
    }

    private static String text(FieldError error) {
        return Labels.error(error.code(), Texts.locale(), error.args().toArray());
    }

    /** What is wrong with the field; empty when nothing is. */
    public String of(String field) {
        return byField.getOrDefault(field, "");
    }

    /** What is wrong with the whole; empty when nothing is. */
    public String getGeneral() {
        return general;
    }
}
