package io.guanxi.tenantadmin.roles;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.Texts;

/** A right that is about no single object, as a form shows it. */
public class FeatureLine {

    private final Feature feature;
    private boolean given;

    FeatureLine(Feature feature, boolean given) {
        this.feature = feature;
        this.given = given;
    }

    Feature feature() {
        return feature;
    }

    public String getLabel() {
        return Texts.of("feature." + feature.name());
    }

    public String getHelp() {
        return Texts.of("feature." + feature.name() + ".why");
    }

    public boolean isGiven() {
        return given;
    }

    public void setGiven(boolean given) {
        this.given = given;
    }
}
