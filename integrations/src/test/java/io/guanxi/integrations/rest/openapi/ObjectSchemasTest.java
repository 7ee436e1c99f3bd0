package io.guanxi.integrations.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldBuilder;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectSchemasTest {

    private static final ObjectDescriptor ACCOUNT = ObjectDescriptor.named("account", "accounts", null)
            .bundle("io.guanxi.customers.messages")
            .titleField("name")
            .fields(
                    FieldBuilder.text("name", 200).required(),
                    own("property", FieldType.TEXT, null, null).required(),
                    own("status", FieldType.TEXT, "draft", null).required(),
                    own("rent", FieldType.MONEY, null, null),
                    own("annualRent", FieldType.MONEY, null, new Computation.Formula("custom.rent"))
                            .readOnly())
            .build();

    private final Map<String, Object> schemas = new LinkedHashMap<>();

    ObjectSchemasTest() {
        new ObjectSchemas(new Texts(Locale.ENGLISH)).addTo(schemas, ACCOUNT);
    }

    @Test
    void ownFieldsThatMustBeFilledInAreRequiredUnlessTheyFillThemselves() {
        assertThat(in(schemas, "AccountInput")).containsEntry("required", List.of("name", "custom"));
        assertThat(in(schemas, "AccountInput", "properties", "custom")).containsEntry("required", List.of("property"));
        assertThat(((List<?>) in(schemas, "AccountInput").get("examples")).get(0))
                .isEqualTo(Map.of("name", "Example GmbH", "custom", Map.of("property", "Text")));
    }

    @Test
    void changesNeedNothing() {
        assertThat(in(schemas, "AccountPatch")).doesNotContainKey("required");
        assertThat(in(schemas, "AccountPatch", "properties", "custom")).doesNotContainKey("required");
    }

    @Test
    void computedMoneyIsOnlyRead() {
        Map<String, Object> own = in(schemas, "Account", "properties", "custom", "properties");

        assertThat(in(own, "annualRent")).containsEntry("readOnly", true);
        assertThat(in(own, "rent")).doesNotContainKey("readOnly");
    }

    private static FieldBuilder own(String name, FieldType type, Object value, Computation computation) {
        return FieldBuilder.field(CustomField.PREFIX + name, type)
                .custom(new CustomField(1, Map.of("en", name), Map.of(), List.of(), value, null, computation));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> in(Map<String, Object> tree, String... path) {
        Map<String, Object> at = tree;
        for (String member : path) {
            at = (Map<String, Object>) at.get(member);
        }
        return at;
    }
}
