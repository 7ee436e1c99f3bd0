package io.guanxi.kernel.tag;

import static io.guanxi.kernel.object.FieldBuilder.choice;
import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.longText;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;

/** Describes {@link Tag}. */
@ApplicationScoped
public class Tags implements ObjectDefinition {

    /** Name of the object. */
    public static final String OBJECT = "tag";

    /** Longest name in characters. */
    public static final int LONGEST_NAME = 60;

    private static final ObjectDescriptor DESCRIPTOR = ObjectDescriptor.named(OBJECT, "tags", Tag.class)
            .module("customers")
            .bundle("io.guanxi.kernel.tag.messages")
            .neverArchived()
            .common()
            .icon("pi-tag")
            .fields(
                    text("name", LONGEST_NAME)
                            .required()
                            .unique()
                            .sortable()
                            .searchable()
                            .synonyms("tag", "label", "标签"),
                    choice("colour", "gray", "blue", "green", "ochre", "plum", "teal", "orange")
                            .filterable()
                            .synonyms("color"),
                    text("tagGroup", LONGEST_NAME).filterable().searchable().synonyms("group", "分组"),
                    field("exclusive", FieldType.BOOLEAN).filterable(),
                    longText("description", 2000),
                    field("ruleObject", FieldType.OBJECT).filterable(),
                    longText("rule", 4000))
            .section("about", "name", "colour", "tagGroup", "exclusive", "description")
            .section("rule", "ruleObject", "rule")
            .listColumns("name", "colour", "tagGroup", "exclusive", "ruleObject", "updatedAt")
            .keyFigures("colour", "tagGroup")
            .view("all", "", "name")
            .build();

    @Override
    public ObjectDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
