package io.guanxi.tenantadmin.quality;

import io.guanxi.kernel.custom.CompletenessWeights;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.ObjectTabs;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The weights of an object's fields, and the way back to those that the product ships. */
@Named("qualityPage")
@RequestScoped
public class QualityPage {

    static final String ADDRESS = "/app/admin/quality";

    private static final int WHOLE = 100;
    private static final Set<String> DONE = Set.of("changed", "reset");

    @Inject
    private CompletenessWeights weights;

    @Inject
    private ObjectTabs tabs;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private final List<FieldWeight> fields = new ArrayList<>();
    private ObjectDescriptor object;

    @PostConstruct
    void openQuality() {
        object = tabs.current();
        Map<String, Integer> now = weights.of(object.name());
        int all = now.values().stream().mapToInt(Integer::intValue).sum();
        now.forEach((name, weight) -> fields.add(new FieldWeight(
                name,
                Labels.field(object, object.require(name), Texts.locale()),
                weight,
                weight == 0 ? "" : Math.round((double) weight * WHOLE / all) + " %")));
    }

    public List<ObjectTabs.Tab> getTabs() {
        return tabs.of(ADDRESS, ObjectDescriptor::isMeasured);
    }

    public String getObject() {
        return object.path();
    }

    public List<FieldWeight> getFields() {
        return fields;
    }

    /** The company has said something else than the product. */
    public boolean isOwn() {
        return weights.isOwn(object.name());
    }

    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("quality.done." + done) : "";
    }

    public void save() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        fields.forEach(field -> wanted.put(field.getName(), field.getWeight() == null ? 0 : field.getWeight()));
        run("changed", () -> weights.keep(object.name(), wanted));
    }

    public void reset() {
        run("reset", () -> weights.reset(object.name()));
    }

    private void run(String done, Runnable change) {
        errors.submit(ADDRESS + "?object=" + object.path() + "&done=" + done, change);
    }
}
