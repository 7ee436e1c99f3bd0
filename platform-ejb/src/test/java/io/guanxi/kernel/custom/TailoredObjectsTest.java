package io.guanxi.kernel.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectCatalogue;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.RelatedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TailoredObjectsTest {

    // The contact, which the account lists beside it, is not needed here.
    private static final ObjectDescriptor ACCOUNT = new Accounts().descriptor();

    private static final ObjectCatalogue SHIPPED = new ObjectCatalogue(List.of(
            ACCOUNT,
            new io.guanxi.customers.Contacts().descriptor(),
            new io.guanxi.customers.Affiliations().descriptor()));

    private final CustomObjectRow property = row(1, "property", "properties", null);
    private final CustomObjectRow lease = row(2, "lease", "leases", "property");

    @Test
    void ownObjectsComeAfterThoseOfTheProductInTheirOrder() {
        assertThat(tailored(Map.of(), lease, property).all())
                .extracting(ObjectDescriptor::path)
                .endsWith("leases", "properties");
    }

    @Test
    void aPartHasItsWholeAsRequiredFieldAndIsListedThere() {
        ObjectCatalogue objects = tailored(Map.of(), property, lease);
        ObjectDescriptor part = objects.find("lease").orElseThrow();
        assertThat(part.require(part.partOf()).required()).isTrue();
        assertThat(Labels.field(part, part.require(part.partOf()), Locale.ENGLISH))
                .isEqualTo("The property");
        assertThat(objects.related(objects.find("property").orElseThrow()))
                .containsExactly(new RelatedList("lease", "parent"));
    }

    @Test
    void aReferenceOfATenantsOwnIsListedBesideWhatItPointsTo() {
        ObjectCatalogue objects = tailored(Map.of("property", List.of(pointer("account"))), property);
        assertThat(objects.related(objects.find("account").orElseThrow()))
                .contains(new RelatedList("property", "custom.to"));
    }

    @Test
    void whatPointsToAnObjectThatIsGoneIsGoneToo() {
        ObjectCatalogue objects = tailored(Map.of("account", List.of(pointer("property"))), lease);
        assertThat(objects.find("account").orElseThrow().find("custom.to")).isEmpty();
        assertThat(objects.find("lease")).isEmpty();
    }

    @Test
    void labelsFollowTheLanguageAndFallBackToWhatThereIs() {
        ObjectDescriptor object = tailored(Map.of(), property).find("property").orElseThrow();
        assertThat(Labels.plural(object, Locale.ENGLISH)).isEqualTo("The property");
        assertThat(Labels.singular(object, Locale.SIMPLIFIED_CHINESE)).isEqualTo("property 中文");
        assertThat(Labels.plural(object, Locale.SIMPLIFIED_CHINESE)).isEqualTo("property 中文");
        object.views()
                .forEach(view -> assertThat(Labels.view(object, view, Locale.SIMPLIFIED_CHINESE))
                        .isNotBlank());
        object.sections()
                .forEach(section -> assertThat(Labels.section(object, section, Locale.ENGLISH))
                        .isNotBlank());
        object.fields()
                .values()
                .forEach(field ->
                        assertThat(Labels.field(object, field, Locale.ENGLISH)).isNotBlank());
    }

    private static ObjectCatalogue tailored(Map<String, List<FieldDescriptor>> fields, CustomObjectRow... rows) {
        return new TailoredObjects(fields, List.of(rows), Map.of()).of(SHIPPED);
    }

    private static FieldDescriptor pointer(String target) {
        return new DefinitionRow(
                        9,
                        new FieldDefinition(
                                "any",
                                "to",
                                FieldType.REFERENCE,
                                Map.of("en", "To"),
                                Map.of(),
                                List.of(),
                                null,
                                target,
                                0,
                                false,
                                false,
                                false,
                                null,
                                null))
                .descriptor();
    }

    private static CustomObjectRow row(long id, String name, String path, String partOf) {
        return new CustomObjectRow(
                id,
                false,
                new CustomObjectDefinition(
                        name, path, Map.of("en", "The " + name, "zh-CN", name + " 中文"), Map.of(), "pi-box", partOf));
    }
}
