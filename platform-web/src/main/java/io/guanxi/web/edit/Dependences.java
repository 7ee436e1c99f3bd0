package io.guanxi.web.edit;

import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.Dependence;
import io.guanxi.kernel.object.FieldDescriptor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What the script of a form needs to offer only those choices that go with another field. */
@Named("dependences")
@RequestScoped
public class Dependences {

    /** The key of the field that decides; empty for a field that depends on nothing. */
    public String on(FieldDescriptor field) {
        return field.dependence().map(Dependence::on).map(RecordForm::id).orElse("");
    }

    /** JSON of the choices that go with each option; empty for a field that depends on nothing. */
    public String offered(FieldDescriptor field) {
        return field.dependence().map(Dependence::offered).map(JsonTree::write).orElse("");
    }
}
