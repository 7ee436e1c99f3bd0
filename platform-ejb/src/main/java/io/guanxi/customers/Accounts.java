package io.guanxi.customers;

import static io.guanxi.kernel.object.FieldBuilder.choice;
import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.list;
import static io.guanxi.kernel.object.FieldBuilder.longText;
import static io.guanxi.kernel.object.FieldBuilder.reference;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.MatchKind;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Describes {@link Account}. */
@ApplicationScoped
public class Accounts implements ObjectDefinition {

    /** Its place in addresses. */
    public static final String PATH = "accounts";

    /** Where the life of an account begins when nobody says otherwise. */
    public static final String FIRST_STAGE = "potential";

    /** The stages of its life in their order. */
    public static final List<String> STAGES =
            List.of(FIRST_STAGE, "contacted", "developing", "mature", "declining", "lost", "won_back");

    private static final ObjectDescriptor DESCRIPTOR = ObjectDescriptor.named("account", PATH, Account.class)
            .module("customers")
            .bundle("io.guanxi.customers.messages")
            .icon("pi-building")
            .everyday()
            .fields(
                    text("name", 200)
                            .required()
                            .sortable()
                            .searchable()
                            .synonyms(
                                    "company",
                                    "companyName",
                                    "customer",
                                    "customerName",
                                    "supplier",
                                    "supplierName",
                                    "firma",
                                    "organisation",
                                    "公司",
                                    "公司名称",
                                    "客户",
                                    "客户名称",
                                    "企业名称",
                                    "供应商",
                                    "供应商名称"),
                    text("nativeName", 200).searchable(),
                    text("legalName", 200).searchable(),
                    choice("type", "prospect", "customer", "partner", "supplier", "competitor", "other")
                            .filterable(),
                    choice("status", "active", "inactive", "archived").filterable(),
                    choice("sizeBand", "individual", "sme", "large").filterable(),
                    choice(
                                    "industry",
                                    "agriculture",
                                    "automotive",
                                    "chemicals",
                                    "construction",
                                    "consulting",
                                    "education",
                                    "electronics",
                                    "energy",
                                    "finance",
                                    "food",
                                    "government",
                                    "healthcare",
                                    "hospitality",
                                    "logistics",
                                    "machinery",
                                    "media",
                                    "metals",
                                    "pharma",
                                    "real_estate",
                                    "retail",
                                    "software",
                                    "telecom",
                                    "textiles",
                                    "other")
                            .filterable(),
                    choice("rating", "hot", "warm", "cold").filterable(),
                    choice(
                                    "source",
                                    "referral",
                                    "web",
                                    "trade_show",
                                    "cold_call",
                                    "partner",
                                    "advertising",
                                    "social",
                                    "import",
                                    "other")
                            .filterable(),
                    text("taxNumber", 40).filterable().searchable().synonyms("vat", "vatId", "taxId", "税号", "统一社会信用代码"),
                    field("employees", FieldType.INTEGER).filterable().synonyms("headcount", "人数", "员工数"),
                    field("annualRevenue", FieldType.MONEY).filterable(),
                    field("creditLimit", FieldType.MONEY).filterable(),
                    field("website", FieldType.URL).synonyms("web", "homepage", "url", "网址", "网站"),
                    list("phones", FieldType.PHONES, "work", "mobile", "fax", "other"),
                    list("emails", FieldType.EMAILS, "work", "billing", "other"),
                    list("addresses", FieldType.ADDRESSES, "billing", "shipping", "office"),
                    field("phone", FieldType.PHONE)
                            .derivedFrom("phones")
                            .filterable()
                            .searchable(),
                    field("email", FieldType.EMAIL)
                            .derivedFrom("emails")
                            .filterable()
                            .searchable(),
                    text("city", 120).derivedFrom("addresses").sortable().searchable(),
                    field("country", FieldType.COUNTRY).derivedFrom("addresses").filterable(),
                    field("currency", FieldType.CURRENCY).filterable(),
                    field("language", FieldType.LANGUAGE),
                    field("timeZone", FieldType.TIME_ZONE),
                    field("tags", FieldType.TAGS).filterable().searchable().synonyms("labels", "标签"),
                    longText("description", 2000).synonyms("notes", "comment", "remarks", "备注", "说明"),
                    field("owner", FieldType.MEMBER).filterable(),
                    reference("parent", "account").filterable(),
                    reference("customerClass", "customerClass").readOnly().filterable(),
                    field("classSince", FieldType.DATE).readOnly(),
                    field("contactDue", FieldType.DATE).readOnly().sortable(),
                    choice("lifecycleStage", STAGES.toArray(String[]::new)).filterable(),
                    text("stageReason", 200),
                    field("stageSince", FieldType.DATE).readOnly())
            .section(
                    "about",
                    "name",
                    "nativeName",
                    "legalName",
                    "type",
                    "status",
                    "industry",
                    "sizeBand",
                    "employees",
                    "website",
                    "owner",
                    "parent",
                    "tags")
            .section("reach", "phones", "emails", "addresses", "language", "timeZone")
            .section("business", "rating", "source", "annualRevenue", "creditLimit", "currency", "taxNumber")
            .section("lifecycle", "lifecycleStage", "stageReason")
            .section("notes", "description")
            .listColumns(
                    "name",
                    "customerClass",
                    "type",
                    "industry",
                    "city",
                    "country",
                    "phone",
                    "tags",
                    "owner",
                    "updatedAt")
            .keyFigures("type", "rating", "annualRevenue", "owner")
            .matching("name", MatchKind.COMPANY, 80)
            .matching("nativeName", MatchKind.COMPANY, 80)
            .matching("legalName", MatchKind.COMPANY, 80)
            .matching("taxNumber", MatchKind.IDENTIFIER, 95)
            .matching("emails", MatchKind.EMAIL, 70)
            .matching("phones", MatchKind.PHONE, 55)
            .matching("website", MatchKind.DOMAIN, 50)
            .matching("emails", MatchKind.DOMAIN, 45)
            .matching("city", MatchKind.SAME, 15)
            .weighing(10, "phones", "emails", "addresses")
            .weighing(8, "type", "industry", "owner")
            .weighing(5, "website", "taxNumber", "employees", "sizeBand")
            .weighing(3, "legalName", "source", "annualRevenue", "rating")
            .related("contact", "account")
            .related("account", "parent")
            .related("affiliation", "account")
            .importsWith("contact", "account")
            .view("all", "", "name")
            .view("mine", "owner==me", "name")
            .view("customers", "type==customer", "name")
            .view("prospects", "type==prospect", "-updatedAt")
            .view("overdue", "contactDue=lt=today", "contactDue")
            .view("recent", "", "-updatedAt")
            .build();

    @Override
    public ObjectDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
