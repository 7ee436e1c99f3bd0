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

/** Describes {@link Contact}. */
@ApplicationScoped
public class Contacts implements ObjectDefinition {

    /** Their place in addresses. */
    public static final String PATH = "contacts";

    private static final ObjectDescriptor DESCRIPTOR = ObjectDescriptor.named("contact", PATH, Contact.class)
            .module("customers")
            .bundle("io.guanxi.customers.messages")
            .icon("pi-user")
            .everyday()
            .fields(
                    text("name", 250)
                            .readOnly()
                            .sortable()
                            .searchable()
                            .synonyms("contactName", "fullName", "contact", "person", "联系人", "联系人姓名", "姓名"),
                    text("firstName", 120).synonyms("givenName", "forename", "名"),
                    text("lastName", 120).required().synonyms("surname", "familyName", "姓"),
                    text("nativeName", 200).searchable(),
                    choice("salutation", "mr", "ms", "dr", "prof"),
                    reference("account", "account").filterable(),
                    text("jobTitle", 120).searchable().synonyms("title", "contactTitle", "position", "职务", "职位"),
                    text("department", 120).synonyms("dept", "部门"),
                    choice(
                                    "role",
                                    "decision_maker",
                                    "influencer",
                                    "user",
                                    "gatekeeper",
                                    "technical",
                                    "payer",
                                    "finance",
                                    "other")
                            .filterable(),
                    list("phones", FieldType.PHONES, "work", "mobile", "fax", "other"),
                    list("emails", FieldType.EMAILS, "work", "private", "other"),
                    list("addresses", FieldType.ADDRESSES, "office", "home", "other"),
                    field("phone", FieldType.PHONE)
                            .derivedFrom("phones")
                            .filterable()
                            .searchable(),
                    field("email", FieldType.EMAIL)
                            .derivedFrom("emails")
                            .filterable()
                            .searchable(),
                    text("city", 120).derivedFrom("addresses").sortable(),
                    field("country", FieldType.COUNTRY).filterable().synonyms("国家", "国家/地区"),
                    field("birthday", FieldType.DATE).filterable().synonyms("生日", "出生日期"),
                    field("anniversary", FieldType.DATE),
                    text("occupation", 120),
                    field("language", FieldType.LANGUAGE),
                    choice("preferredChannel", "email", "phone", "wechat", "whatsapp", "none")
                            .filterable(),
                    text("preferredHours", 120),
                    text("wechat", 60).synonyms("微信", "微信号"),
                    text("linkedin", 120),
                    field("doNotCall", FieldType.BOOLEAN).filterable(),
                    field("doNotEmail", FieldType.BOOLEAN).filterable(),
                    field("tags", FieldType.TAGS).filterable().searchable().synonyms("labels", "标签"),
                    longText("description", 2000).synonyms("notes", "comment", "备注"),
                    field("owner", FieldType.MEMBER).filterable())
            .section(
                    "about",
                    "salutation",
                    "firstName",
                    "lastName",
                    "nativeName",
                    "account",
                    "jobTitle",
                    "department",
                    "role",
                    "owner",
                    "tags")
            .section(
                    "reach",
                    "phones",
                    "emails",
                    "addresses",
                    "country",
                    "wechat",
                    "linkedin",
                    "language",
                    "preferredChannel",
                    "preferredHours",
                    "doNotCall",
                    "doNotEmail")
            .section("personal", "birthday", "anniversary", "occupation")
            .section("notes", "description")
            .listColumns("name", "account", "jobTitle", "email", "phone", "role", "owner", "updatedAt")
            .keyFigures("account", "jobTitle", "role", "owner")
            .matching("name", MatchKind.PERSON, 45)
            .matching("nativeName", MatchKind.PERSON, 45)
            .matching("emails", MatchKind.EMAIL, 85)
            .matching("phones", MatchKind.PHONE, 55)
            .matching("wechat", MatchKind.IDENTIFIER, 85)
            .matching("account", MatchKind.SAME, 35)
            .matching("birthday", MatchKind.SAME, 40)
            .weighing(10, "emails", "phones", "account")
            .weighing(8, "jobTitle", "role", "owner")
            .weighing(5, "firstName", "salutation", "department", "addresses")
            .weighing(3, "language", "preferredChannel", "birthday")
            .related("affiliation", "contact")
            .view("all", "", "name")
            .view("mine", "owner==me", "name")
            .view("deciders", "role==decision_maker", "name")
            .view("recent", "", "-updatedAt")
            .build();

    @Override
    public ObjectDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
