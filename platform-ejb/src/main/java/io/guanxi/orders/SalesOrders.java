package io.guanxi.orders;

import static io.guanxi.kernel.object.FieldBuilder.choice;
import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.longText;
import static io.guanxi.kernel.object.FieldBuilder.reference;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;

/** Describes {@link SalesOrder}. */
@ApplicationScoped
public class SalesOrders implements ObjectDefinition {

    static final String OBJECT = "salesOrder";

    private static final ObjectDescriptor DESCRIPTOR = ObjectDescriptor.named(OBJECT, "orders", SalesOrder.class)
            .module("sales")
            .bundle("io.guanxi.orders.messages")
            .icon("pi-shopping-cart")
            .everyday()
            .titleField("number")
            .fields(
                    text("number", 60)
                            .unique()
                            .sortable()
                            .searchable()
                            .synonyms("orderNumber", "orderNo", "salesOrder", "order", "订单号", "订单编号", "单号"),
                    reference("account", "account").filterable().synonyms("customer", "客户"),
                    reference("contact", "contact").filterable().synonyms("联系人"),
                    choice(
                                    "status",
                                    "draft",
                                    "placed",
                                    "confirmed",
                                    "in_production",
                                    "shipped",
                                    "delivered",
                                    "closed",
                                    "cancelled",
                                    "returned")
                            .filterable(),
                    choice("invoiceStatus", "not_invoiced", "partly_invoiced", "invoiced", "partly_paid", "paid")
                            .filterable(),
                    field("orderDate", FieldType.DATE).sortable().synonyms("date", "下单日期", "订单日期"),
                    field("requiredDate", FieldType.DATE).filterable().synonyms("dueDate", "需求日期", "要求交期"),
                    field("promisedDate", FieldType.DATE).filterable().synonyms("承诺交期"),
                    field("shippedDate", FieldType.DATE).filterable().synonyms("发货日期"),
                    text("customerReference", 120).filterable().searchable().synonyms("poNumber", "purchaseOrder"),
                    field("currency", FieldType.CURRENCY).filterable().synonyms("币种"),
                    field("linesTotal", FieldType.MONEY).readOnly(),
                    field("freight", FieldType.MONEY).synonyms("shippingCost", "运费"),
                    field("total", FieldType.MONEY).readOnly().filterable(),
                    field("lineCount", FieldType.INTEGER).readOnly(),
                    text("shipVia", 120).synonyms("carrier", "承运商", "物流"),
                    text("shipName", 200).synonyms("consignee", "收货人"),
                    text("shipStreet", 200).synonyms("shipAddress", "shippingStreet", "收货地址"),
                    text("shipCity", 120).synonyms("shippingCity", "收货城市"),
                    text("shipRegion", 120).synonyms("shipState", "shippingState"),
                    text("shipPostalCode", 20).synonyms("shipZip", "shippingZip"),
                    field("shipCountry", FieldType.COUNTRY).filterable().synonyms("shippingCountry"),
                    field("tags", FieldType.TAGS).filterable().searchable().synonyms("labels", "标签"),
                    longText("description", 2000).synonyms("notes", "comment", "备注"),
                    field("owner", FieldType.MEMBER).filterable())
            .section(
                    "about",
                    "number",
                    "account",
                    "contact",
                    "status",
                    "invoiceStatus",
                    "customerReference",
                    "owner",
                    "tags")
            .section("dates", "orderDate", "requiredDate", "promisedDate", "shippedDate")
            .section("amounts", "currency", "linesTotal", "freight", "total", "lineCount")
            .section(
                    "delivery",
                    "shipVia",
                    "shipName",
                    "shipStreet",
                    "shipCity",
                    "shipRegion",
                    "shipPostalCode",
                    "shipCountry")
            .section("notes", "description")
            .listColumns("number", "account", "status", "orderDate", "total", "shippedDate", "owner", "updatedAt")
            .keyFigures("account", "status", "total", "orderDate")
            .listedAt("account", "contact")
            .view("all", "", "-orderDate")
            .view("mine", "owner==me", "-orderDate")
            .view("open", "status=in=(placed,confirmed,in_production)", "-orderDate")
            .view("recent", "", "-updatedAt")
            .build();

    @Override
    public ObjectDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
