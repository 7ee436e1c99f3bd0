package io.guanxi.tenantadmin.page;

import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.LimitReached;
import io.guanxi.kernel.object.Labels;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Shows a broken rule where it belongs: at its field when it has one, else above the form. */
public final class FormErrors {

    private FormErrors() {}

    /**
     * @param form client id of the form; its inputs are called like the members of the input
     */
    public static void show(String form, DomainException broken) {
        if (broken instanceof InvalidRecord invalid) {
            invalid.errors()
                    .forEach(error -> add(
                            form + ":" + error.member(),
                            Labels.error(
                                    error.code(), Texts.locale(), error.args().toArray())));
        } else if (broken instanceof DuplicateValue duplicate) {
            add(form + ":" + duplicate.field(), Texts.of("taken"));
        } else if (broken instanceof LimitReached) {
            add(null, Texts.of("limit", broken.args().get(1)));
        } else {
            add(null, Labels.error(broken.code(), Texts.locale(), broken.args().toArray()));
        }
    }

    private static void add(String clientId, String text) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        faces.validationFailed();
    }
}
