package io.guanxi.documents;

import static io.guanxi.kernel.object.FieldBuilder.choice;
import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.longText;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;

/** Describes {@link Document}. */
@ApplicationScoped
public class Documents implements ObjectDefinition {

    /** Name of the object. */
    public static final String OBJECT = "document";

    /** Its place in addresses. */
    public static final String PATH = "documents";

    private static final ObjectDescriptor DESCRIPTOR = ObjectDescriptor.named(OBJECT, PATH, Document.class)
            .module(DocumentsModule.NAME)
            .bundle("io.guanxi.documents.messages")
            .icon("pi-file")
            .fields(
                    text("name", 200)
                            .required()
                            .sortable()
                            .searchable()
                            .synonyms("document", "documentName", "title", "文件名称", "文档名称"),
                    choice(
                                    "kind",
                                    "contract",
                                    "quote",
                                    "invoice",
                                    "price_list",
                                    "brochure",
                                    "certificate",
                                    "drawing",
                                    "photo",
                                    "correspondence",
                                    "other")
                            .filterable(),
                    text("fileName", 200).readOnly().searchable(),
                    text("mediaType", 120).readOnly().filterable(),
                    field("sizeBytes", FieldType.INTEGER).readOnly(),
                    text("checksum", 64).readOnly().filterable(),
                    field("uploadedAt", FieldType.INSTANT).readOnly().sortable(),
                    field("uploadedBy", FieldType.MEMBER).readOnly(),
                    field("tags", FieldType.TAGS).filterable().searchable().synonyms("labels", "标签"),
                    longText("description", 2000).synonyms("notes", "说明", "备注"),
                    field("owner", FieldType.MEMBER).filterable(),
                    field("relatedObject", FieldType.OBJECT).filterable(),
                    text("relatedId", 13).filterable())
            .section("about", "name", "kind", "owner", "tags")
            .section("content", "fileName", "mediaType", "sizeBytes", "checksum", "uploadedBy", "uploadedAt")
            .section("notes", "description")
            .listColumns("name", "kind", "fileName", "sizeBytes", "uploadedBy", "uploadedAt", "owner")
            .keyFigures("kind", "fileName", "sizeBytes")
            .view("all", "", "name")
            .view("mine", "owner==me", "name")
            .view("recent", "", "-updatedAt")
            .build();

    @Override
    public ObjectDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
