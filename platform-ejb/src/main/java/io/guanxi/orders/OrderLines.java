package io.guanxi.orders;

import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.reference;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;

/** Describes {@link OrderLine}. */
@ApplicationScoped
public class OrderLines implements ObjectDefinition {

    static final String OBJECT = "orderLine";

    private static final ObjectDescriptor DESCRIPTOR = ObjectDescriptor.named(OBJECT, "order-lines", OrderLine.class)
            .module("sales")
            .bundle("io.guanxi.orders.messages")
            .icon("pi-list")
            .fields(
                    text("name", 200).sortable().searchable().synonyms("lineDescription", "摘要"),
                    reference("order", SalesOrders.OBJECT)
                            .required()
                            .filterable()
                            .synonyms("订单"),
                    reference("product", "product").filterable().synonyms("产品"),
                    reference("account", "account").readOnly().filterable(),
                    field("position", FieldType.INTEGER).sortable().synonyms("lineNumber", "行号", "序号"),
                    field("quantity", FieldType.DECIMAL).required().synonyms("qty", "数量"),
                    text("unit", 60).synonyms("uom", "单位"),
                    field("unitPrice", FieldType.MONEY).synonyms("price", "单价"),
                    field("discount", FieldType.DECIMAL).synonyms("rebate", "折扣"),
                    field("lineTotal", FieldType.MONEY).readOnly())
            .section("about", "name", "order", "product", "account", "position")
            .section("amounts", "quantity", "unit", "unitPrice", "discount", "lineTotal")
            .listColumns("name", "order", "quantity", "unit", "unitPrice", "discount", "lineTotal")
            .keyFigures("quantity", "unitPrice", "discount", "lineTotal")
            .partOf("order")
            .listedAt("account", "product")
            .view("all", "", "position")
            .view("recent", "", "-updatedAt")
            .build();

    @Override
    public ObjectDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
