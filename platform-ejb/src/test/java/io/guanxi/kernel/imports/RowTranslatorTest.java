package io.guanxi.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.tabular.CellFault;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTranslatorTest {

    private static final List<ImportTarget> TARGETS = List.of(
            target("externalId", FieldType.TEXT),
            target("description", FieldType.LONG_TEXT),
            target("name", FieldType.TEXT),
            target("phones[work]", FieldType.PHONE),
            target("phones[fax]", FieldType.PHONE),
            target("emails[work]", FieldType.EMAIL),
            target("addresses[billing].line1", FieldType.TEXT),
            target("addresses[billing].city", FieldType.TEXT),
            target("addresses[billing].country", FieldType.COUNTRY),
            target("annualRevenue", FieldType.MONEY),
            target("employees", FieldType.INTEGER),
            target("discount", FieldType.DECIMAL),
            target("since", FieldType.DATE),
            target("seenAt", FieldType.INSTANT),
            target("active", FieldType.BOOLEAN),
            new ImportTarget(
                    "type",
                    "Type",
                    List.of(),
                    FieldType.CHOICE,
                    false,
                    Map.of("成交客户", "customer", "tradeshow", "trade_show")),
            target("contact.fullName", FieldType.TEXT),
            target("contact.jobTitle", FieldType.TEXT),
            target("contact.phones[mobile]", FieldType.PHONE));

    @Test
    void aRowBecomesOneInputPerObject() {
        TranslatedRow row = only("""
                name,contact.fullName,contact.jobTitle,addresses[billing].line1,addresses[billing].city,addresses[billing].country,phones[work],phones[fax]
                Alfreds Futterkiste,Maria Anders,Sales Representative,Obere Str. 57,Berlin,Germany,030 2270,NULL
                """);
        assertThat(row.faults()).isEmpty();
        assertThat(row.record())
                .isEqualTo(Map.of(
                        "name",
                        "Alfreds Futterkiste",
                        "addresses",
                        List.of(Map.of(
                                "label", "billing", "line1", "Obere Str. 57", "city", "Berlin", "country", "DE")),
                        "phones",
                        List.of(Map.of("label", "work", "number", "+49302270"))));
        assertThat(row.companions())
                .isEqualTo(Map.of(
                        "contact",
                        Map.of("firstName", "Maria", "lastName", "Anders", "jobTitle", "Sales Representative")));
    }

    @Test
    void wordsThatMeanNothingAreLeftOutAndACompanionWithoutValuesToo() {
        TranslatedRow row = only("name,phones[work],contact.fullName\nAcme,N/A,NULL\n");
        assertThat(row.record()).isEqualTo(Map.of("name", "Acme"));
        assertThat(row.companions()).isEmpty();
    }

    @Test
    void aFileMayHaveItsOwnWordsForNothing() {
        ImportOptions options = ImportOptions.standard().withEmptyWords(java.util.Set.of("keine"));
        TranslatedRow row = TextFile.translated("name,addresses[billing].city\nNULL,Keine\n", TARGETS, options)
                .get(0);
        assertThat(row.record()).isEqualTo(Map.of("name", "NULL"));
    }

    @Test
    void textIsTrimmedComposedAndFreedFromTheMarkOfAnExport() {
        assertThat(only("name\n\u00a0 Cafe\u0301 \u3000\u200b\n").record()).containsEntry("name", "Café");
        assertThat(only("name\n'=A1 Trading\n").record()).containsEntry("name", "=A1 Trading");
    }

    @Test
    void lineBreaksStayInLongTextsOnly() {
        TranslatedRow row = only("name,description\n\"two \r\n lines\",\"two\r\nlines\"\n");
        assertThat(row.record()).isEqualTo(Map.of("name", "two lines", "description", "two\nlines"));
    }

    @Test
    void whatTheRowIsCalledElsewhereIsNoFieldOfItsInput() {
        TranslatedRow row = only("externalId,name\nALFKI,Alfreds\n");
        assertThat(row.externalId()).contains("ALFKI");
        assertThat(row.record()).isEqualTo(Map.of("name", "Alfreds"));
    }

    @Test
    void veryLongCellsAreJudgedAtOnce() {
        String blanks = "a" + " ".repeat(99_000) + "b";
        String digits = "1".repeat(99_000) + "abcdef";
        TranslatedRow row = only("name,annualRevenue,since,description\n\"%s\",%s,%s,\"%s\"\n"
                .formatted(blanks, digits, digits, blanks));
        assertThat(row.record()).containsEntry("name", blanks).containsEntry("description", blanks);
        assertThat(row.faults()).extracting(CellFault::code).containsExactly("value.tooLong", "value.tooLong");
    }

    @Test
    void nationalPhonesTakeTheCountryOfTheirRow() {
        List<TranslatedRow> rows =
                TextFile.translated("""
                name,addresses[billing].country,phones[work],contact.phones[mobile]
                a,UK,020 7946 0018,07400 123456
                b,中国,021-6288 1234,138 0013 8000
                c,USA,(206) 555-4112,
                d,Brasil,(11) 2555-7647,
                """, TARGETS, ImportOptions.standard().withDefaultCountry("DE"));
        assertThat(rows).allSatisfy(row -> assertThat(row.faults()).isEmpty());
        assertThat(rows)
                .extracting(row -> number(row.record()))
                .containsExactly("+442079460018", "+862162881234", "+12065554112", "+551125557647");
        assertThat(rows.get(0).companions().get("contact"))
                .satisfies(c -> assertThat(number(c)).isEqualTo("+447400123456"));
        assertThat(rows.get(1).companions().get("contact"))
                .satisfies(c -> assertThat(number(c)).isEqualTo("+8613800138000"));
    }

    @Test
    void nationalPhonesWithoutCountryTakeTheDefaultAndElseAreAFault() {
        String text = "name,phones[work]\na,030 2270\nb,+86 138 0013 8000\n";
        List<TranslatedRow> told =
                TextFile.translated(text, TARGETS, ImportOptions.standard().withDefaultCountry("DE"));
        assertThat(number(told.get(0).record())).isEqualTo("+49302270");
        List<TranslatedRow> untold = TextFile.translated(text, TARGETS, ImportOptions.standard());
        assertThat(untold.get(0).faults()).containsExactly(CellFault.of(1, "phone.invalid", "030 2270"));
        assertThat(number(untold.get(1).record())).isEqualTo("+8613800138000");
    }

    @Test
    void aPhoneThatCannotBeOneMayBeLeftOutWithAWarning() {
        ImportOptions options = ImportOptions.standard().withInvalidPhones(ImportOptions.InvalidPhones.LEAVE_OUT);
        TranslatedRow row = TextFile.translated("name,phones[work]\na,call Bob\n", TARGETS, options)
                .get(0);
        assertThat(row.faults()).isEmpty();
        assertThat(row.warnings()).containsExactly(CellFault.of(1, "phone.invalid", "call Bob"));
        assertThat(row.record()).isEqualTo(Map.of("name", "a"));
    }

    @Test
    void anExtensionIsLeftOutWithAWarning() {
        TranslatedRow row = only("name,phones[work]\na,+1 206 555 4112 ext. 12\n");
        assertThat(number(row.record())).isEqualTo("+12065554112");
        assertThat(row.warnings()).extracting(CellFault::code).containsExactly("phone.extensionDropped");
    }

    @Test
    void aColumnWithDecimalCommasIsReadAsSuchThroughout() {
        List<TranslatedRow> rows = TextFile.translated("""
                name;discount;employees
                a;1,5;1.200
                b;1.250;3.400.000
                c;(2,75);12
                """, TARGETS, ImportOptions.standard());
        assertThat(rows).extracting(row -> row.record().get("discount")).containsExactly("1.5", "1250", "-2.75");
        assertThat(rows).extracting(row -> row.record().get("employees")).containsExactly("1200", "3400000", "12");
    }

    @Test
    void moneyNamesItsCurrencyOrTakesTheOneToldOrIsAFault() {
        String text = "name;annualRevenue\na;€ 1.234,50\nb;99,00 CHF\nc;1.000,00\n";
        List<TranslatedRow> rows =
                TextFile.translated(text, TARGETS, ImportOptions.standard().withCurrency("USD"));
        assertThat(rows)
                .extracting(row -> row.record().get("annualRevenue"))
                .containsExactly(
                        Map.of("amount", "1234.5", "currency", "EUR"),
                        Map.of("amount", "99", "currency", "CHF"),
                        Map.of("amount", "1000", "currency", "USD"));
        assertThat(TextFile.translated(text, TARGETS, ImportOptions.standard())
                        .get(2)
                        .faults())
                .containsExactly(CellFault.of(1, "money.currencyMissing", "1.000,00"));
    }

    @Test
    void datesAreReadInTheOrderTheirColumnShows() {
        List<TranslatedRow> dayFirst = TextFile.translated(
                "name,since\na,3/4/2026\nb,31/12/2025\n",
                TARGETS,
                ImportOptions.standard().withDefaultCountry("US"));
        assertThat(dayFirst).extracting(row -> row.record().get("since")).containsExactly("2026-04-03", "2025-12-31");
        List<TranslatedRow> monthFirst =
                TextFile.translated("name,since\na,3/4/2026\nb,12/31/2025\n", TARGETS, ImportOptions.standard());
        assertThat(monthFirst).extracting(row -> row.record().get("since")).containsExactly("2026-03-04", "2025-12-31");
    }

    @Test
    void datesInOtherFormsAreKnown() {
        List<TranslatedRow> rows = TextFile.translated("""
                name,since
                a,2026-02-03
                b,2026年2月3日
                c,3 February 2026
                d,"Feb 3, 2026"
                e,20260203
                f,2026/2/3 10:15
                g,03.02.26
                h,2026-02-30
                """, TARGETS, ImportOptions.standard());
        assertThat(rows.subList(0, 7))
                .extracting(row -> row.record().get("since"))
                .containsOnly("2026-02-03");
        assertThat(rows.get(7).faults()).containsExactly(CellFault.of(1, "date.invalid", "2026-02-30"));
    }

    @Test
    void aFileMayHaveItsOwnFormOfDates() {
        ImportOptions options = ImportOptions.standard().withDatePatterns(List.of("yyyy.dd.MM"));
        TranslatedRow row = TextFile.translated("name,since\na,2026.03.02\n", TARGETS, options)
                .get(0);
        assertThat(row.record()).containsEntry("since", "2026-02-03");
    }

    @Test
    void timesWithoutZoneAreThoseOfTheTenant() {
        ImportOptions options = ImportOptions.standard().withZone(ZoneId.of("Asia/Shanghai"));
        List<TranslatedRow> rows =
                TextFile.translated("name,seenAt\na,2026-02-03 10:00\nb,2026-02-03T10:00:00+01:00\n", TARGETS, options);
        assertThat(rows)
                .extracting(row -> row.record().get("seenAt"))
                .containsExactly("2026-02-03T02:00:00Z", "2026-02-03T09:00:00Z");
    }

    @Test
    void optionsAreKnownByTheirLabelsAndOthersLeftForTheRecordToRefuse() {
        List<TranslatedRow> rows = TextFile.translated(
                "name,type,active\na,成交客户,是\nb,Trade show,no\nc,unheard of,yes\n", TARGETS, ImportOptions.standard());
        assertThat(rows)
                .extracting(row -> row.record().get("type"))
                .containsExactly("customer", "trade_show", "unheard of");
        assertThat(rows).extracting(row -> row.record().get("active")).containsExactly(true, false, true);
    }

    @Test
    void everyFaultOfARowIsNamedAtOnce() {
        TranslatedRow row = only(
                "name,employees,since,active,addresses[billing].country,phones[work]\na,many,soon,perhaps,Atlantis,123\n");
        assertThat(row.faults())
                .extracting(CellFault::column, CellFault::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "number.invalid"),
                        org.assertj.core.groups.Tuple.tuple(2, "date.invalid"),
                        org.assertj.core.groups.Tuple.tuple(3, "boolean.invalid"),
                        org.assertj.core.groups.Tuple.tuple(4, "country.unknown"),
                        org.assertj.core.groups.Tuple.tuple(5, "phone.invalid"));
    }

    @Test
    void aRowWithAFaultIsNotTranslated() {
        TranslatedRow row = only("name,employees\na,1,2,3\n");
        assertThat(row.record()).isEmpty();
        assertThat(row.faults()).extracting(CellFault::code).containsExactly("row.tooManyValues");
    }

    @SuppressWarnings("unchecked") // The form of phones is what is tested.
    private static String number(Map<String, Object> input) {
        return ((List<Map<String, String>>) input.get("phones")).get(0).get("number");
    }

    private static TranslatedRow only(String text) {
        return TextFile.translated(text, TARGETS, ImportOptions.standard()).get(0);
    }

    private static ImportTarget target(String path, FieldType type) {
        return new ImportTarget(path, path, List.of(), type, false);
    }
}
