package io.guanxi.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.Contacts;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.tabular.Column;
import io.guanxi.products.ProductCategories;
import io.guanxi.products.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedMappingTest {

    private static final Map<String, ObjectDescriptor> OBJECTS = Stream.of(
                    new Accounts(), new Contacts(), new Products(), new ProductCategories())
            .map(definition -> definition.descriptor())
            .collect(Collectors.toMap(ObjectDescriptor::name, object -> object));

    private static List<ImportTarget> targets(String object) {
        return ImportTargets.of(OBJECTS.get(object), OBJECTS::get, Locale.ENGLISH);
    }

    private static List<Column> file(String... headings) {
        List<Column> columns = new ArrayList<>();
        for (String heading : headings) {
            columns.add(new Column(columns.size(), heading));
        }
        return columns;
    }

    private static SavedMapping saved(Map<String, String> columns) {
        return new SavedMapping("x", "account", 1, "x", false, true, true, List.of(), columns);
    }

    @Test
    void aFileWithTheSameHeadingsInAnyOrderAndSpellingIsTheOneItWasMadeFor() {
        SavedMapping mapping = saved(Map.of("Company Name", "name", "Notes", ""));

        assertThat(mapping.isMeantFor(file("notes", "company_name"))).isTrue();
        assertThat(mapping.isMeantFor(file("notes", "company_name", "more"))).isFalse();
        assertThat(mapping.fits(file("company_name", "more"))).isTrue();
        assertThat(mapping.fits(file("notes"))).isFalse();
    }

    @Test
    void aTargetThatIsGoneLeavesItsColumnOut() {
        SavedMapping mapping = saved(Map.of("Firm", "name", "Size", "custom.size"));

        assertThat(mapping.on(file("Size", "Firm"), targets("account")).columns())
                .containsExactly(new ColumnMapping(1, "name"));
    }

    @Test
    void whatAReadyMappingDoesNotKnowIsGuessed() {
        SavedMapping salesforce = ready("account", "salesforce");
        List<Column> file =
                file("Id", "Name", "BillingStreet", "BillingCity", "NumberOfEmployees", "Industry", "Legal Name");

        assertThat(salesforce.isMeantFor(file)).isTrue();
        assertThat(salesforce.on(file, targets("account")).columns())
                .extracting(ColumnMapping::path)
                .containsExactlyInAnyOrder(
                        "externalId",
                        "name",
                        "addresses[billing].line1",
                        "addresses[billing].city",
                        "employees",
                        "legalName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "contact", "product"})
    void readyMappingsNameTargetsThatThereAreAndHaveANameInEveryLanguage(String object) {
        List<String> paths = targets(object).stream().map(ImportTarget::path).toList();

        assertThat(ReadyMappings.of(object)).isNotEmpty().allSatisfy(mapping -> {
            assertThat(mapping.columns().values().stream().filter(path -> !path.isEmpty()))
                    .isSubsetOf(paths);
            assertThat(mapping.title(Locale.ENGLISH)).doesNotContain("import.ready");
            assertThat(mapping.title(Locale.SIMPLIFIED_CHINESE)).doesNotContain("import.ready");
        });
    }

    @Test
    void aRecordIsPointedToByAUniqueFieldOfTheTenantsOwn() {
        TargetPath path = TargetPath.parse("account[custom.registryNo]");

        assertThat(path.field()).isEqualTo("account");
        assertThat(path.label()).isEqualTo("custom.registryNo");
    }

    private static SavedMapping ready(String object, String id) {
        return ReadyMappings.of(object).stream()
                .filter(mapping -> mapping.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
