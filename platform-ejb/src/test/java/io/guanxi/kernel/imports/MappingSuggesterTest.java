package io.guanxi.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.tabular.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingSuggesterTest {

    private static final List<ImportTarget> TARGETS = List.of(
            target("name", "Name", "company", "companyName", "customer", "客户名称"),
            target("phones[work]", "Phone", "phone", "tel", "电话"),
            target("phones[mobile]", "Mobile", "mobile", "手机"),
            target("addresses[billing].postalCode", "Postal code", "zip", "邮编"),
            target("contact.fullName", "Contact", "contactName", "联系人"),
            target("contact.phones[work]", "Contact phone", "contact phone", "联系人电话"));

    @ParameterizedTest
    @CsvSource({
        "companyName, name",
        "Company_Name, name",
        "COMPANY NAME, name",
        "客户名称, name",
        "Ｃｏｍｐａｎｙ, name",
        "Tel., phones[work]",
        "Phone (office), phones[work]",
        "联系电话, phones[work]",
        "手机号, phones[mobile]",
        "postalCode, addresses[billing].postalCode",
        "ContactName, contact.fullName",
        "contact.fullName, contact.fullName",
        "phones[mobile], phones[mobile]",
        "联系人 电话, contact.phones[work]"
    })
    void headingsAreKnownHoweverTheyAreWritten(String heading, String path) {
        assertThat(suggested(heading)).containsEntry(heading, path);
    }

    @ParameterizedTest
    @CsvSource({"customerID", "客户编号", "Company code", "Hotel", "Notes", "42"})
    void headingsOfSomethingElseAreLeftOut(String heading) {
        assertThat(suggested(heading)).isEmpty();
    }

    @Test
    void anExactMatchIsNotTakenByOneThatOnlyResembles() {
        assertThat(suggested("Customer phone", "Phone"))
                .containsEntry("Phone", "phones[work]")
                .doesNotContainEntry("Customer phone", "phones[work]");
    }

    @Test
    void everyTargetIsSuggestedOnce() {
        assertThat(suggested("Phone", "Tel", "Telephone").values()).doesNotHaveDuplicates();
    }

    @Test
    void columnsWithoutHeadingAreLeftOut() {
        assertThat(suggested("", "Phone")).containsOnlyKeys("Phone");
    }

    private static Map<String, String> suggested(String... headings) {
        List<Column> columns = IntStream.range(0, headings.length)
                .mapToObj(i -> new Column(i, headings[i]))
                .toList();
        Map<String, String> suggested = new LinkedHashMap<>();
        new MappingSuggester(TARGETS)
                .suggest(columns)
                .columns()
                .forEach(mapping -> suggested.put(headings[mapping.column()], mapping.path()));
        return suggested;
    }

    private static ImportTarget target(String path, String label, String... aliases) {
        return new ImportTarget(path, label, List.of(aliases), FieldType.TEXT, false);
    }
}
