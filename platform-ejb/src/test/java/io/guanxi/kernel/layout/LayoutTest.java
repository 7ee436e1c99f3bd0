package io.guanxi.kernel.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.customers.Accounts;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldBuilder;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.RelatedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final RelatedList CONTACTS = new RelatedList("contact", "account");
    private static final RelatedList CHILDREN = new RelatedList("account", "parent");

    private final ObjectDescriptor account = new Accounts().descriptor();

    private static LayoutDefinition layout(List<String> fields, List<String> hidden) {
        return new LayoutDefinition(
                List.of(new LayoutSection(null, Map.of("en", "First", "zh-CN", "首要"), 1, fields)),
                List.of("owner"),
                List.of(CONTACTS),
                hidden);
    }

    private List<String> faults(LayoutDefinition layout) {
        try {
            new LayoutRules(account, List.of(CONTACTS, CHILDREN)).check(layout);
            return List.of();
        } catch (InvalidRecord e) {
            return e.errors().stream().map(LayoutTest::text).toList();
        }
    }

    private static String text(FieldError error) {
        return error.pointer() + " " + error.code();
    }

    @Test
    void withoutOneOfItsOwnAnObjectHasTheShippedSectionsAndLists() {
        Layout shipped = Layout.shipped(account, List.of(CONTACTS));
        assertThat(shipped.sections()).hasSameSizeAs(account.sections());
        assertThat(LayoutDefinition.of(shipped).apply(account, List.of(CONTACTS)))
                .isEqualTo(shipped);
    }

    @Test
    void whatIsHiddenIsNotShownAndWhatIsPlacedStandsWhereItWasPut() {
        Layout layout = layout(List.of("website", "name"), List.of("industry")).apply(account, List.of(CONTACTS));
        assertThat(layout.sections().get(0).fields()).containsExactly("website", "name");
        assertThat(layout.sections())
                .flatExtracting(LayoutSection::fields)
                .doesNotContain("industry")
                .doesNotHaveDuplicates();
        assertThat(layout.keyFigures()).containsExactly("owner");
    }

    @Test
    void aFieldMadeAfterTheLayoutIsShownAtOnce() {
        ObjectDescriptor wider = account.with(List.of(FieldBuilder.field("custom.rooms", FieldType.INTEGER, 0, null)
                .custom(new CustomField(7, Map.of("en", "Rooms"), Map.of(), List.of(), null, null, null))
                .build()));
        LayoutDefinition layout = LayoutDefinition.of(Layout.shipped(account, List.of()));
        assertThat(layout.apply(wider, List.of()).sections())
                .flatExtracting(LayoutSection::fields)
                .contains("custom.rooms");
    }

    @Test
    void fieldsAndListsThatAreGoneLeaveNoTrace() {
        Layout layout = layout(List.of("name", "custom.gone"), List.of()).apply(account, List.of(CHILDREN));
        assertThat(layout.sections()).flatExtracting(LayoutSection::fields).doesNotContain("custom.gone");
        assertThat(layout.related()).isEmpty();
    }

    @Test
    void aSectionHasItsOwnTitleOrThatOfTheShippedOne() {
        LayoutSection own = layout(List.of(), List.of()).sections().get(0);
        assertThat(own.title(account, Locale.SIMPLIFIED_CHINESE)).isEqualTo("首要");
        assertThat(own.title(account, Locale.FRENCH)).isEqualTo("First");
    }

    @Test
    void everythingWrongIsToldAtItsPlace() {
        LayoutDefinition wrong = new LayoutDefinition(
                List.of(
                        new LayoutSection(null, Map.of(), 3, List.of("name", "nonsense")),
                        new LayoutSection("nowhere", Map.of(), 2, List.of("name"))),
                List.of("nonsense"),
                List.of(new RelatedList("orders", "nobody")),
                List.of());
        assertThat(faults(wrong))
                .containsExactlyInAnyOrder(
                        "/sections/0/labels required",
                        "/sections/0/columns layout.columns",
                        "/sections/0/fields/1 layout.field",
                        "/sections/1/name layout.section",
                        "/sections/1/fields/0 layout.twice",
                        "/keyFigures/0 layout.field",
                        "/related/0 layout.related");
    }

    @Test
    void whatMustBeFilledCannotBeHidden() {
        assertThat(faults(layout(List.of("website"), List.of("name")))).containsExactly("/hidden layout.required");
    }

    @Test
    void itSurvivesBeingWritten() {
        LayoutDefinition layout = layout(List.of("name"), List.of("industry"));
        assertThat(LayoutJson.read(JsonTree.readObject(JsonTree.write(LayoutJson.write(layout)))))
                .isEqualTo(layout);
    }

    @Test
    void jsonOfAnotherShapeIsRefusedAtItsPlace() {
        assertThatThrownBy(() -> LayoutJson.read(JsonTree.readObject("{\"sections\":[1,{\"fields\":[2],\"colour\":1}],"
                        + "\"keyFigures\":\"name\",\"related\":[\"contact\"],\"tenantId\":2}")))
                .isInstanceOfSatisfying(
                        InvalidRecord.class,
                        e -> assertThat(e.errors().stream().map(LayoutTest::text))
                                .containsExactlyInAnyOrder(
                                        "/tenantId member.unknown",
                                        "/sections/0 type.object",
                                        "/sections/1/colour member.unknown",
                                        "/sections/1/fields/0 type.text",
                                        "/keyFigures type.array",
                                        "/related/0 layout.related"));
    }
}
