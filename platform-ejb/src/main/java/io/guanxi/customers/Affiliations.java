package io.guanxi.customers;

import static io.guanxi.kernel.object.FieldBuilder.choice;
import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.reference;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;

/** Describes {@link Affiliation}. */
@ApplicationScoped
public class Affiliations implements ObjectDefinition {

    private static final ObjectDescriptor DESCRIPTOR = ObjectDescriptor.named(
                    "affiliation", "affiliations", Affiliation.class)
            .module("customers")
            .bundle("io.guanxi.customers.messages")
            .icon("pi-sitemap")
            .titleField("title")
            .fields(
                    text("title", 120).required().sortable().searchable(),
                    reference("contact", "contact").required().filterable(),
                    reference("account", "account").required().filterable(),
                    choice("kind", "employee", "board", "adviser", "shareholder", "former", "other"),
                    field("since", FieldType.DATE),
                    field("until", FieldType.DATE))
            .section("about", "title", "contact", "account", "kind", "since", "until")
            .listColumns("title", "contact", "account", "kind", "since", "until")
            .keyFigures("contact", "account", "kind")
            .view("all", "", "title")
            .build();

    @Override
    public ObjectDescriptor descriptor() {
        return DESCRIPTOR;
    }
}
