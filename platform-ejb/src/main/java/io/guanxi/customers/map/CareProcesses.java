package io.guanxi.customers.map;

import static io.guanxi.kernel.object.FieldBuilder.choice;
import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.longText;
import static io.guanxi.kernel.object.FieldBuilder.reference;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.customers.classes.CustomerClasses;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;

/** Describes {@link CareProcess}. */
@ApplicationScoped
public class CareProcesses implements ObjectDefinition {

    /** Name of the object. */
    public static final String OBJECT = "careProcess";

    /** Its place in addresses. */
    public static final String PATH = "care-processes";

    private static final ObjectDescriptor DESCRIPTOR = ObjectDescriptor.named(OBJECT, PATH, CareProcess.class)
            .module("customers")
            .bundle("io.guanxi.customers.map.messages")
            .neverArchived()
            .common()
            .icon("pi-directions")
            .fields(
                    text("name", 80).required().sortable().searchable(),
                    field("position", FieldType.INTEGER).sortable(),
                    choice("phase", "acquire", "maintain", "win_back")
                            .required()
                            .filterable(),
                    reference("customerClass", CustomerClasses.OBJECT).filterable(),
                    text("cadence", 120),
                    longText("description", 2000),
                    field("owner", FieldType.MEMBER).filterable())
            .section("about", "name", "phase", "customerClass", "cadence", "owner", "position", "description")
            .listColumns("name", "phase", "customerClass", "cadence", "owner", "position", "updatedAt")
            .keyFigures("phase", "customerClass", "cadence", "owner")
            .view("all", "", "position")
            .build();

    @Override
    public ObjectDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
