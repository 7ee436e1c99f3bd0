package io.guanxi.products;

import static io.guanxi.kernel.object.FieldBuilder.choice;
import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.longText;
import static io.guanxi.kernel.object.FieldBuilder.reference;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;

/** Describes {@link Product}. */
@ApplicationScoped
public class Products implements ObjectDefinition {

    private static final ObjectDescriptor DESCRIPTOR = ObjectDescriptor.named("product", "products", Product.class)
            .module("sales")
            .bundle("io.guanxi.products.messages")
            .icon("pi-box")
            .common()
            .fields(
                    text("name", 200)
                            .required()
                            .sortable()
                            .searchable()
                            .synonyms("product", "productName", "item", "article", "产品", "产品名称", "商品", "商品名称", "品名"),
                    text("nativeName", 200).searchable(),
                    text("code", 60)
                            .unique()
                            .sortable()
                            .searchable()
                            .synonyms("sku", "productCode", "itemCode", "articleNumber", "货号", "产品代码", "物料编码"),
                    text("barcode", 40).filterable().searchable().synonyms("gtin", "ean", "upc", "条码", "条形码"),
                    choice("kind", "goods", "service", "digital").filterable(),
                    choice("status", "draft", "active", "inactive").filterable(),
                    reference("category", "productCategory").filterable().synonyms("类别", "分类"),
                    reference("supplier", "account").filterable().synonyms("vendor", "供应商"),
                    text("unit", 60).synonyms("quantityPerUnit", "uom", "单位", "规格"),
                    field("listPrice", FieldType.MONEY)
                            .filterable()
                            .synonyms("price", "unitPrice", "salesPrice", "价格", "单价", "标价"),
                    choice("taxClass", "standard", "reduced", "zero", "exempt").filterable(),
                    field("unitsInStock", FieldType.DECIMAL).filterable().synonyms("stock", "onHand", "库存"),
                    field("unitsOnOrder", FieldType.DECIMAL).synonyms("onOrder", "在途"),
                    field("reorderLevel", FieldType.DECIMAL).synonyms("minimumStock", "最低库存", "再订货点"),
                    field("discontinued", FieldType.BOOLEAN).filterable().synonyms("停产"),
                    field("availableFrom", FieldType.DATE).filterable(),
                    field("availableUntil", FieldType.DATE).filterable(),
                    field("tags", FieldType.TAGS).filterable().searchable().synonyms("labels", "标签"),
                    longText("description", 10_000).synonyms("notes", "说明", "描述", "备注"),
                    field("owner", FieldType.MEMBER).filterable())
            .section(
                    "about",
                    "name",
                    "nativeName",
                    "code",
                    "barcode",
                    "kind",
                    "status",
                    "category",
                    "supplier",
                    "owner",
                    "tags")
            .section("price", "unit", "listPrice", "taxClass")
            .section(
                    "stock",
                    "unitsInStock",
                    "unitsOnOrder",
                    "reorderLevel",
                    "discontinued",
                    "availableFrom",
                    "availableUntil")
            .section("notes", "description")
            .listColumns("name", "code", "category", "listPrice", "unit", "unitsInStock", "status", "updatedAt")
            .keyFigures("code", "listPrice", "unitsInStock", "status")
            .weighing(10, "code", "listPrice", "category")
            .weighing(5, "description", "unit", "kind", "taxClass")
            .weighing(3, "barcode", "supplier", "owner")
            .listedAt("category", "supplier")
            .view("all", "", "name")
            .view("active", "status==active;discontinued==false", "name")
            .view("discontinued", "discontinued==true", "name")
            .view("recent", "", "-updatedAt")
            .build();

    @Override
    public ObjectDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
