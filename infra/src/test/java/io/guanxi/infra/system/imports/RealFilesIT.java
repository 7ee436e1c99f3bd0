package io.guanxi.infra.system.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.SystemTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files as messy as those of customers: what becomes of them equals what another reader sees in them. */
@SystemTest
class RealFilesIT {

    private static final Set<String> BAD = Set.of("FRIED", "TWOAT", "NULLC", "BLANK", "ENDLS", "MARSH");
    private static final Set<String> BAD_CHINESE = Set.of("C9001", "C9002", "C9003");

    private final Api acme;
    private final Api globex;

    RealFilesIT(RunningSystem system) {
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @Test
    void northwindsCustomersBecomeAccountsWithContacts() throws IOException {
        Optional<Path> file = Stream.iterate(RunningSystem.target().toAbsolutePath(), p -> p != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/northwind/customers.csv"))
                .filter(Files::isReadable)
                .findFirst();
        if (file.isEmpty()) {
            System.out.println("shared/data does not lie beside this checkout: Northwind was not imported");
            return;
        }
        byte[] bytes = Files.readAllBytes(file.get());
        ImportJob job = ImportJob.submit(acme, "&mode=upsert&key=externalId&phones=leave_out", bytes);
        JsonNode done = job.success();
        assertThat(done.path("failed").asInt()).as(job.errorFile()).isZero();
        List<Map<String, String>> rows = CsvText.rows(new String(bytes, StandardCharsets.UTF_8), ',');
        assertThat(done.path("created").asInt() + done.path("updated").asInt())
                .isEqualTo(rows.size())
                .isEqualTo(91);
        Map<String, JsonNode> accounts = byExternalId(acme);
        Set<String> withoutNumber =
                job.errors().stream().map(error -> error.get("Line")).collect(Collectors.toSet());
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            JsonNode account = accounts.get(row.get("customerID"));
            assertThat(account).as(row.toString()).isNotNull();
            assertThat(account.path("name").asText())
                    .isEqualTo(row.get("companyName").strip());
            JsonNode address = account.path("addresses").get(0);
            assertThat(address.path("line1").asText()).isEqualTo(value(row, "address"));
            assertThat(address.path("city").asText()).isEqualTo(value(row, "city"));
            assertThat(address.path("region").asText("")).isEqualTo(value(row, "region"));
            assertThat(address.path("postalCode").asText("")).isEqualTo(value(row, "postalCode"));
            assertThat(account.path("country").asText()).isEqualTo(iso(row.get("country")));
            assertPhone(account, row.get("phone"), withoutNumber.contains(Integer.toString(i + 2)));
            assertContact(account, row);
        }
    }

    private void assertContact(JsonNode account, Map<String, String> row) {
        List<JsonNode> contacts =
                acme.all("contacts?filter=account==" + account.path("id").asText());
        assertThat(contacts).as(row.toString()).anySatisfy(contact -> {
            assertThat(contact.path("name").asText()).isEqualTo(value(row, "contactName"));
            assertThat(contact.path("jobTitle").asText()).isEqualTo(value(row, "contactTitle"));
        });
    }

    /** Whatever is written in front, the last digits are those of the file. */
    private static void assertPhone(JsonNode account, String written, boolean mayMiss) {
        String digits = written.replaceAll("\\D", "");
        Optional<String> phone = Stream.of(account.path("phone").asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst();
        assertThat(phone.isPresent() || mayMiss).as(account.toString()).isTrue();
        phone.filter(text -> !mayMiss)
                .ifPresent(text -> assertThat(text).startsWith("+").endsWith(digits.substring(digits.length() - 6)));
    }

    private static String value(Map<String, String> row, String column) {
        String cell = row.get(column).strip();
        return cell.equals("NULL") ? "" : cell;
    }

    private static String iso(String country) {
        Map<String, String> codes = new HashMap<>(Map.of("UK", "GB", "USA", "US"));
        for (String code : Locale.getISOCountries()) {
            codes.put(new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH), code);
        }
        return codes.get(country);
    }

    @Test
    void theOwnMessyFileIsImportedButForItsBadRows() throws IOException {
        assertImported(acme, "messy-customers.csv", StandardCharsets.UTF_8, ';', "customerNo", BAD, 120, 110);
    }

    @Test
    void theOwnChineseFileIsImportedButForItsBadRows() throws IOException {
        assertImported(globex, "messy-customers-zh.csv", Charset.forName("GB18030"), ',', "客户编号", BAD_CHINESE, 80, 75);
        Map<String, JsonNode> accounts = byExternalId(globex);
        assertThat(accounts.get("C2001").path("name").asText()).isEqualTo("广州老西关糖水铺");
        assertThat(accounts.get("C2001").path("phone").asText()).isEqualTo("+862060365856");
    }

    private static void assertImported(
            Api api, String name, Charset encoding, char delimiter, String key, Set<String> bad, int all, int customers)
            throws IOException {
        byte[] bytes;
        try (InputStream file = RealFilesIT.class.getResourceAsStream("/import/" + name)) {
            bytes = file.readAllBytes();
        }
        List<Map<String, String>> rows = CsvText.rows(new String(bytes, encoding), delimiter);
        assertThat(rows).hasSize(all);
        ImportJob job = ImportJob.submit(api, "&mode=upsert&key=externalId", bytes);
        JsonNode done = job.success();
        assertThat(done.path("failed").asInt()).as(job.errorFile()).isEqualTo(bad.size());
        assertThat(done.path("created").asInt() + done.path("updated").asInt()).isEqualTo(all - bad.size());
        for (String number : bad) {
            assertThat(job.errorFile()).contains(number);
        }
        Map<String, JsonNode> accounts = byExternalId(api);
        Set<String> good = rows.stream()
                .map(row -> row.get(key).strip())
                .filter(number -> !bad.contains(number))
                .collect(Collectors.toSet());
        assertThat(good).hasSize(customers);
        assertThat(accounts.keySet()).containsAll(good).doesNotContainAnyElementsOf(bad);
        good.forEach(
                number -> assertThat(accounts.get(number).path("addresses")).hasSize(1));
    }

    private static Map<String, JsonNode> byExternalId(Api api) {
        Map<String, JsonNode> accounts = new HashMap<>();
        api.all("accounts?limit=200&filter=externalSystem==import")
                .forEach(account -> accounts.put(account.path("externalId").asText(), account));
        return accounts;
    }
}
