package io.guanxi.notes;

import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.longText;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;

/** Describes {@link Note}. */
@ApplicationScoped
public class Notes implements ObjectDefinition {

    /** Name of the object. */
    public static final String OBJECT = "note";

    /** Its place in addresses. */
    public static final String PATH = "notes";

    private static final ObjectDescriptor DESCRIPTOR = ObjectDescriptor.named(OBJECT, PATH, Note.class)
            .module("customers")
            .bundle("io.guanxi.notes.messages")
            .icon("pi-comment")
            .titleField("title")
            .fields(
                    longText("text", 10_000).required().synonyms("note", "备注"),
                    text("title", 120).readOnly().sortable().searchable(),
                    field("pinned", FieldType.BOOLEAN),
                    field("relatedObject", FieldType.OBJECT).filterable(),
                    text("relatedId", 13).filterable(),
                    field("owner", FieldType.MEMBER).filterable())
            .section("about", "text", "pinned", "owner")
            .listColumns("title", "pinned", "relatedObject", "owner", "updatedAt")
            .keyFigures("owner", "pinned")
            .view("all", "", "-updatedAt")
            .view("mine", "owner==me", "-updatedAt")
            .build();

    @Override
    public ObjectDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
