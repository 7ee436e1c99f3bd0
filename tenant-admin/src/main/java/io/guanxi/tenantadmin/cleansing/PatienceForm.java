package io.guanxi.tenantadmin.cleansing;

import io.guanxi.kernel.cleansing.Patience;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** After how many months without anything records of each object are proposed for the archive. */
@Named("patienceForm")
@RequestScoped
public class PatienceForm {

    @Inject
    private Patience patience;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private FormErrors errors;

    private final List<Wait> waits = new ArrayList<>();

    /** An object and its months; none for never. */
    public static final class Wait {

        private final ObjectDescriptor object;
        private Integer months;

        Wait(ObjectDescriptor object, int months) {
            this.object = object;
            this.months = months == 0 ? null : months;
        }

        public String getPath() {
            return object.path();
        }

        public String getLabel() {
            return Labels.plural(object, Texts.locale());
        }

        public Integer getMonths() {
            return months;
        }

        public void setMonths(Integer months) {
            this.months = months;
        }
    }

    @PostConstruct
    void openPatience() {
        patience.months().forEach((name, months) -> waits.add(new Wait(objects.require(name), months)));
    }

    public List<Wait> getWaits() {
        return waits;
    }

    public void save() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        waits.forEach(wait -> wanted.put(wait.object.name(), wait.months == null ? 0 : wait.months));
        try {
            patience.keep(wanted);
            Pages.goTo(CleansingPage.ADDRESS + "?done=months");
        } catch (DomainException broken) {
            errors.add(broken);
        }
    }
}
