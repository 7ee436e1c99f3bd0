package io.guanxi.integrations.rest.admin;

import io.guanxi.kernel.custom.CustomObjectDefinition;
import io.guanxi.kernel.custom.CustomObjectRules;
import io.guanxi.kernel.custom.ObjectUses;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects and their definitions as JSON. */
final class ObjectDefinitionJson {

    private static final Set<String> MEMBERS = Set.of("name", "path", "labels", "plurals", "icon", "partOf");

    private ObjectDefinitionJson() {}

    /** Any object; what a definition says is there for those of the product too. */
    static Map<String, Object> write(ObjectDescriptor object, CustomObjectDefinition definition) {
        if (definition != null) {
            return write(definition);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", object.name());
        members.put("path", object.path());
        members.put("labels", in(locale -> Labels.singular(object, locale)));
        members.put("plurals", in(locale -> Labels.plural(object, locale)));
        members.put("icon", object.icon());
        Optional.ofNullable(object.partOf())
                .ifPresent(field -> members.put("partOf", object.require(field).reference()));
        members.put("shipped", true);
        return members;
    }

    private static Map<String, String> in(java.util.function.Function<Locale, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("en", label.apply(Locale.ENGLISH));
        labels.put("zh-CN", label.apply(Locale.SIMPLIFIED_CHINESE));
        return labels;
    }

    private static Map<String, Object> write(CustomObjectDefinition definition) {
        Map<String, Object> members = definition(definition);
        members.put("shipped", false);
        return members;
    }

    /** What a client may send as well. */
    static Map<String, Object> definition(CustomObjectDefinition definition) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", definition.name());
        members.put("path", definition.path());
        members.put("labels", definition.labels());
        members.put("plurals", definition.plurals());
        members.put("icon", definition.icon());
        if (definition.partOf() != null) {
            members.put("partOf", definition.partOf());
        }
        return members;
    }

    /** An object of the tenant's own with what it is used by. */
    static Map<String, Object> write(CustomObjectDefinition definition, ObjectUses uses) {
        Map<String, Object> members = write(definition);
        Map<String, Object> used = new LinkedHashMap<>();
        used.put("records", uses.records());
        used.put(
                "fields",
                uses.fields().stream()
                        .map(field -> Map.of("object", field.object(), "field", field.field()))
                        .toList());
        used.put("parts", uses.parts());
        members.put("uses", used);
        return members;
    }

    /**
     * @throws io.guanxi.kernel.error.InvalidRecord when a member is unknown or of the wrong kind
     */
    static CustomObjectDefinition read(Map<String, Object> sent) {
        Members members = new Members(sent, MEMBERS);
        List<String> icons = CustomObjectRules.ICONS;
        String icon = members.text("icon");
        CustomObjectDefinition definition = new CustomObjectDefinition(
                members.text("name"),
                members.text("path"),
                members.texts("labels"),
                members.texts("plurals"),
                icon == null ? icons.get(0) : icon,
                members.text("partOf"));
        members.throwIfAny();
        return definition;
    }
}
