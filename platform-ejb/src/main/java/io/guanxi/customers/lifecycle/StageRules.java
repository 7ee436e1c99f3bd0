package io.guanxi.customers.lifecycle;

import static io.guanxi.kernel.object.FieldBuilder.choice;
import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.longText;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.customers.Accounts;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;

/** Describes {@link StageRule}. */
@ApplicationScoped
public class StageRules implements ObjectDefinition {

    /** Name of the object. */
    public static final String OBJECT = "stageRule";

    /** Its place in addresses. */
    public static final String PATH = "stage-rules";

    private static final ObjectDescriptor DESCRIPTOR = ObjectDescriptor.named(OBJECT, PATH, StageRule.class)
            .module("customers")
            .bundle("io.guanxi.customers.lifecycle.messages")
            .neverArchived()
            .common()
            .icon("pi-chart-line")
            .fields(
                    text("name", 120).required().sortable().searchable(),
                    field("position", FieldType.INTEGER).sortable(),
                    choice("stage", Accounts.STAGES.toArray(String[]::new))
                            .required()
                            .filterable(),
                    longText("rule", 4000))
            .section("about", "name", "stage", "position", "rule")
            .listColumns("name", "stage", "rule", "position", "updatedAt")
            .keyFigures("stage", "position")
            .view("all", "", "position")
            .build();

    @Override
    public ObjectDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
