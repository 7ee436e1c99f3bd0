package io.guanxi.customers.classes;

import static io.guanxi.kernel.object.FieldBuilder.choice;
import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.longText;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;

/** Describes {@link CustomerClass}. */
@ApplicationScoped
public class CustomerClasses implements ObjectDefinition {

    /** Name of the object. */
    public static final String OBJECT = "customerClass";

    /** Its place in addresses. */
    public static final String PATH = "customer-classes";

    private static final ObjectDescriptor DESCRIPTOR = ObjectDescriptor.named(OBJECT, PATH, CustomerClass.class)
            .module("customers")
            .bundle("io.guanxi.customers.classes.messages")
            .neverArchived()
            .common()
            .icon("pi-star")
            .fields(
                    text("name", 60).required().unique().sortable().searchable(),
                    field("position", FieldType.INTEGER).sortable(),
                    choice("colour", "gray", "blue", "green", "ochre", "plum", "teal", "orange"),
                    choice("phase", "acquire", "maintain", "win_back").filterable(),
                    longText("rule", 4000),
                    longText("description", 2000),
                    field("manager", FieldType.MEMBER).filterable(),
                    field("cadenceDays", FieldType.INTEGER),
                    choice("automation", "person", "suggest", "automatic"),
                    field("discountLimit", FieldType.DECIMAL))
            .section("about", "name", "position", "colour", "phase", "rule", "description")
            .section("policy", "manager", "cadenceDays", "automation", "discountLimit")
            .listColumns("name", "position", "phase", "rule", "manager", "cadenceDays", "updatedAt")
            .keyFigures("position", "phase", "cadenceDays", "manager")
            .related("account", "customerClass")
            .view("all", "", "position")
            .build();

    @Override
    public ObjectDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
