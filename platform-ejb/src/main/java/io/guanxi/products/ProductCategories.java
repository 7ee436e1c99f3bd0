package io.guanxi.products;

import static io.guanxi.kernel.object.FieldBuilder.longText;
import static io.guanxi.kernel.object.FieldBuilder.reference;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;

/** Describes {@link ProductCategory}. */
@ApplicationScoped
public class ProductCategories implements ObjectDefinition {

    private static final ObjectDescriptor DESCRIPTOR = ObjectDescriptor.named(
                    "productCategory", "product-categories", ProductCategory.class)
            .module("sales")
            .bundle("io.guanxi.products.messages")
            .icon("pi-folder")
            .common()
            .fields(
                    text("name", 120)
                            .required()
                            .unique()
                            .sortable()
                            .searchable()
                            .synonyms("category", "categoryName", "类别", "分类", "品类", "类别名称"),
                    text("nativeName", 120).searchable(),
                    reference("parent", "productCategory").filterable().synonyms("parentCategory", "上级分类"),
                    longText("description", 2000).synonyms("notes", "说明", "描述", "备注"))
            .section("about", "name", "nativeName", "parent", "description")
            .listColumns("name", "nativeName", "parent", "updatedAt")
            .keyFigures("parent")
            .listedAt("parent")
            .view("all", "", "name")
            .build();

    @Override
    public ObjectDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
