package io.guanxi.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.imports.ColumnMapping;
import io.guanxi.kernel.imports.ImportOptions;
import io.guanxi.kernel.imports.ImportPreview;
import io.guanxi.kernel.imports.ImportTarget;
import io.guanxi.kernel.imports.ImportTargets;
import io.guanxi.kernel.imports.RowTranslator;
import io.guanxi.kernel.imports.TextFile;
import io.guanxi.kernel.imports.TranslatedRow;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.tabular.TabularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomerFileTest {

    private static final ObjectDescriptor ACCOUNTS = new Accounts().descriptor();
    private static final Map<String, ObjectDescriptor> OBJECTS =
            Map.of("account", ACCOUNTS, "contact", new Contacts().descriptor());
    private static final List<ImportTarget> TARGETS = ImportTargets.of(ACCOUNTS, OBJECTS::get, Locale.ENGLISH);

    private static final Map<String, String> NORTHWIND = Map.ofEntries(
            Map.entry("customerID", "externalId"),
            Map.entry("companyName", "name"),
            Map.entry("contactName", "contact.fullName"),
            Map.entry("contactTitle", "contact.jobTitle"),
            Map.entry("address", "addresses[billing].line1"),
            Map.entry("city", "addresses[billing].city"),
            Map.entry("region", "addresses[billing].region"),
            Map.entry("postalCode", "addresses[billing].postalCode"),
            Map.entry("country", "addresses[billing].country"),
            Map.entry("phone", "phones[work]"),
            Map.entry("fax", "phones[fax]"));

    @Test
    void headingsOfATradingCompanyAreMappedWithoutHelp() {
        String headings =
                "customerID,companyName,contactName,contactTitle,address,city,region,postalCode,country,phone,fax";
        assertThat(suggested(headings)).isEqualTo(NORTHWIND);
    }

    @Test
    void chineseHeadingsAreMappedWithoutHelp() {
        assertThat(suggested("客户编号,客户名称,行业,联系人,职务,联系电话,联系人手机,邮箱,省,城市,详细地址,邮编,国家,税号,备注"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("客户编号", "externalId"),
                        Map.entry("客户名称", "name"),
                        Map.entry("行业", "industry"),
                        Map.entry("联系人", "contact.fullName"),
                        Map.entry("职务", "contact.jobTitle"),
                        Map.entry("联系电话", "phones[work]"),
                        Map.entry("联系人手机", "contact.phones[mobile]"),
                        Map.entry("邮箱", "emails[work]"),
                        Map.entry("省", "addresses[billing].region"),
                        Map.entry("城市", "addresses[billing].city"),
                        Map.entry("详细地址", "addresses[billing].line1"),
                        Map.entry("邮编", "addresses[billing].postalCode"),
                        Map.entry("国家", "addresses[billing].country"),
                        Map.entry("税号", "taxNumber"),
                        Map.entry("备注", "description")));
    }

    @Test
    void headingsOfOtherProgramsAreMappedWithoutHelp() {
        assertThat(suggested("Account Name,Phone,Website,Industry,Employees,Annual Revenue,Billing Street,Billing City,"
                        + "Shipping City,Shipping Country,Contact Email,First Name,Last Name,Title"))
                .containsEntry("Account Name", "name")
                .containsEntry("Annual Revenue", "annualRevenue")
                .containsEntry("Billing Street", "addresses[billing].line1")
                .containsEntry("Billing City", "addresses[billing].city")
                .containsEntry("Shipping City", "addresses[shipping].city")
                .containsEntry("Shipping Country", "addresses[shipping].country")
                .containsEntry("Contact Email", "contact.emails[work]")
                .containsEntry("First Name", "contact.firstName")
                .containsEntry("Last Name", "contact.lastName")
                .containsEntry("Title", "contact.jobTitle");
    }

    @Test
    void everyPathOfATargetIsUniqueAndItsOwnHeading() {
        Set<String> paths = TARGETS.stream().map(ImportTarget::path).collect(Collectors.toSet());
        assertThat(paths).hasSameSizeAs(TARGETS);
        paths.forEach(path -> assertThat(suggested("\"" + path + "\"")).containsEntry(path, path));
    }

    @Test
    void thePreviewShowsValuesOfEachColumn() {
        try (TabularFile file = TextFile.of("name,city\nAcme,NULL\nBeta,Bonn\nAcme,Berlin\n")) {
            ImportPreview preview = ImportPreview.of(file, TARGETS, List.of());
            assertThat(preview.columns())
                    .extracting(ImportPreview.ColumnPreview::samples)
                    .containsExactly(List.of("Acme", "Beta"), List.of("Bonn", "Berlin"));
            assertThat(preview.rows()).hasSize(3);
            assertThat(preview.format().delimiter()).contains(',');
        }
    }

    @Test
    void northwindCustomersBecomeAccountsWithContacts() throws IOException {
        List<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/northwind/customers.csv"))
                .filter(Files::isReadable)
                .toList();
        if (found.isEmpty()) {
            System.out.println("shared/data does not lie beside this checkout: Northwind was not translated");
            return;
        }
        ImportOptions options = ImportOptions.standard().withInvalidPhones(ImportOptions.InvalidPhones.LEAVE_OUT);
        try (TabularFile file = TextFile.of(Files.readAllBytes(found.get(0)))) {
            ImportPreview preview = ImportPreview.of(file, TARGETS, List.of());
            List<TranslatedRow> rows =
                    TextFile.translated(file, new RowTranslator(file, preview.suggested(), TARGETS, options));
            assertThat(rows).hasSize(91).allSatisfy(row -> {
                assertThat(row.faults()).isEmpty();
                assertThat(row.externalId()).isPresent();
                assertThat(row.record()).containsKeys("name", "addresses").doesNotContainKey("externalId");
                assertThat(row.companions().get("contact")).containsKeys("firstName", "lastName", "jobTitle");
                assertThat(row.toString()).doesNotContain("=NULL");
            });
            System.out.println("Northwind phones left out: "
                    + rows.stream().mapToInt(row -> row.warnings().size()).sum() + " in "
                    + rows.stream().filter(row -> !row.warnings().isEmpty()).count() + " of " + rows.size() + " rows");
        }
    }

    private static Map<String, String> suggested(String headings) {
        try (TabularFile file = TextFile.of(headings + "\nx\n")) {
            Map<String, String> suggested = new LinkedHashMap<>();
            for (ColumnMapping mapping :
                    ImportPreview.of(file, TARGETS, List.of()).suggested().columns()) {
                suggested.put(file.columns().get(mapping.column()).name(), mapping.path());
            }
            return suggested;
        }
    }
}
