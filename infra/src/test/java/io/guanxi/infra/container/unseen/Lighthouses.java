package io.guanxi.infra.container.unseen;

import static io.guanxi.kernel.object.FieldBuilder.choice;
import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.reference;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;

/** Describes {@link Lighthouse}. */
@ApplicationScoped
public class Lighthouses implements ObjectDefinition {

    @Override
    public ObjectDescriptor descriptor() {
        return ObjectDescriptor.named("lighthouse", "lighthouses", Lighthouse.class)
                .module("customers")
                .bundle("io.guanxi.infra.container.unseen.messages")
                .icon("pi-sun")
                .fields(
                        text("name", 100).required().sortable().searchable(),
                        text("code", 20).unique().synonyms("lightNumber"),
                        field("height", FieldType.DECIMAL).filterable(),
                        field("lit", FieldType.DATE).sortable(),
                        choice("kind", "tower", "lightship").filterable(),
                        field("upkeep", FieldType.MONEY).filterable(),
                        reference("account", "account").filterable(),
                        field("tags", FieldType.TAGS).filterable())
                .section("about", "name", "code", "height", "lit", "kind", "upkeep", "account", "tags")
                .listColumns("name", "code", "height", "account")
                .listedAt("account")
                .view("all", "", "name")
                .build();
    }
}
