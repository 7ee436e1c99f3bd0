package io.guanxi.demo;

import static io.guanxi.demo.DemoDataSet.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoDataTest {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "type", words("prospect customer partner supplier competitor other"),
            "industry",
                    words(
                            "agriculture automotive chemicals construction consulting education electronics energy finance"
                                    + " food government healthcare hospitality logistics machinery media metals pharma"
                                    + " real_estate retail software telecom textiles other"),
            "rating", words("hot warm cold"),
            "source", words("referral web trade_show cold_call partner advertising social import other"),
            "salutation", words("mr ms dr prof"),
            "role", words("decision_maker influencer user gatekeeper technical finance other"),
            "preferredChannel", words("email phone wechat whatsapp none"));
    private static final Map<String, Set<String>> LABELS = Map.of(
            "phones", words("work mobile fax other"),
            "emails", words("work billing other"),
            "addresses", words("billing shipping office"));
    private static final Map<String, Integer> LONGEST = Map.of(
            "name", 200, "nativeName", 200, "legalName", 200, "line1", 200, "jobTitle", 120, "description", 2000);
    private static final Set<String> ACCOUNT_MEMBERS =
            words("key name nativeName legalName type industry employees annualRevenue website taxNumber phones emails"
                    + " addresses currency language timeZone rating source description owner parent creditLimit tags"
                    + " createdDaysAgo");
    private static final Set<String> CONTACT_MEMBERS = words(
            "key firstName lastName nativeName salutation account jobTitle department role phones emails addresses"
                    + " birthday language country owner preferredChannel wechat linkedin description doNotCall"
                    + " doNotEmail createdDaysAgo");
    private static final Set<String> HISTORY_MEMBERS = words("object key daysAgo hour by changes");

    static Stream<DemoDataSet> dataSets() {
        return Stream.of(DemoDataSet.of("acme"), DemoDataSet.of("globex"));
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void thereAreEnoughRecordsToShowEveryPage(DemoDataSet data) {
        assertThat(data.accounts()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(data.contacts()).hasSizeGreaterThanOrEqualTo(250);
        assertThat(values(data.accounts().stream(), "parent")).isNotEmpty();
        assertThat(new HashSet<>(values(data.accounts().stream(), "industry"))).hasSizeGreaterThanOrEqualTo(18);
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void recordsHaveOnlyTheMembersOfTheirObject(DemoDataSet data) {
        assertThat(data.accounts())
                .allSatisfy(account -> assertThat(members(account)).isSubsetOf(ACCOUNT_MEMBERS));
        assertThat(data.contacts())
                .allSatisfy(contact -> assertThat(members(contact)).isSubsetOf(CONTACT_MEMBERS));
        assertThat(data.history()).allSatisfy(entry -> {
            Set<String> allowed = entry.path("object").asText().equals("account") ? ACCOUNT_MEMBERS : CONTACT_MEMBERS;
            assertThat(members(entry)).isEqualTo(HISTORY_MEMBERS);
            assertThat(members(entry.path("changes"))).isNotEmpty().isSubsetOf(allowed);
        });
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void ordersAreOfAccountsThatWereThereAndLinesOfOrdersAndProducts(DemoDataSet data) {
        Set<String> products = Set.copyOf(values(data.products().stream(), "key"));
        Map<String, JsonNode> orders = new HashMap<>();
        data.orders().forEach(order -> orders.put(order.path("key").asText(), order));
        assertThat(orders).hasSameSizeAs(data.orders()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(data.orders())
                .allSatisfy(order -> assertThat(data.requireRecord(
                                        "account", order.path("account").asText())
                                .path("createdDaysAgo")
                                .asInt())
                        .isGreaterThanOrEqualTo(order.path("createdDaysAgo").asInt()));
        assertThat(data.orderLines()).isNotEmpty().allSatisfy(line -> {
            assertThat(products).contains(line.path("product").asText());
            assertThat(orders).containsKey(line.path("order").asText());
        });
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void keysNamesAndDescriptionsAreUnique(DemoDataSet data) {
        assertThat(values(data.accounts().stream(), "key")).doesNotHaveDuplicates();
        assertThat(values(data.contacts().stream(), "key")).doesNotHaveDuplicates();
        assertThat(values(data.accounts().stream(), "name"))
                .hasSameSizeAs(data.accounts())
                .doesNotHaveDuplicates();
        assertThat(values(data.records(), "description")).doesNotHaveDuplicates();
        assertThat(data.contacts().stream().map(contact -> contact.path("firstName") + " " + contact.path("lastName")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void referencesLeadToRecordsOfTheSameTenant(DemoDataSet data) {
        Set<String> logins = Set.of("owner@" + data.tenant() + ".example", "sales@" + data.tenant() + ".example");
        data.contacts()
                .forEach(contact ->
                        data.requireRecord("account", contact.path("account").asText()));
        values(data.accounts().stream(), "parent").forEach(parent -> data.requireRecord("account", parent));
        assertThat(data.accounts()).noneMatch(account -> account.path("parent").equals(account.path("key")));
        assertThat(values(data.states(), "owner")).isSubsetOf(logins);
        assertThat(values(data.records(), "owner")).hasSize((int) data.records().count());
        assertThat(values(data.history().stream(), "by")).isSubsetOf(logins);
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void aParentIsOlderThanItsSubsidiaryAndAnAccountThanItsContacts(DemoDataSet data) {
        assertThat(data.records()).allSatisfy(each -> {
            for (String reference : List.of("parent", "account")) {
                if (each.has(reference)) {
                    JsonNode elder =
                            data.requireRecord("account", each.path(reference).asText());
                    assertThat(elder.path("createdDaysAgo").asInt())
                            .isGreaterThanOrEqualTo(each.path("createdDaysAgo").asInt());
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void everyPhoneIsAValidNumberOfTheCountryOfItsRecord(DemoDataSet data) {
        List<String> seen = new ArrayList<>();
        data.records()
                .forEach(each -> stream(each.path("phones")).forEach(phone -> {
                    seen.add(phone.path("number").asText());
                    assertValidPhone(phone.path("number").asText(), countryOf(data, each));
                }));
        data.history()
                .forEach(entry -> stream(entry.path("changes").path("phones"))
                        .forEach(phone -> assertValidPhone(
                                phone.path("number").asText(),
                                countryOf(
                                        data,
                                        data.requireRecord(
                                                entry.path("object").asText(),
                                                entry.path("key").asText())))));
        assertThat(seen).hasSizeGreaterThan(data.accounts().size()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void mailAddressesAndWebsitesLieUnderTheReservedDomain(DemoDataSet data) {
        assertThat(data.states()
                        .flatMap(each -> stream(each.path("emails")))
                        .map(email -> email.path("address").asText()))
                .allMatch(address -> address.matches("[a-z0-9._-]+@[a-z0-9-]+\\.example"));
        assertThat(values(data.states(), "website")).allMatch(url -> url.matches("https://www\\.[a-z0-9-]+\\.example"));
        List<String> workAddresses = data.contacts().stream()
                .map(contact -> contact.path("emails").path(0).path("address").asText())
                .toList();
        assertThat(workAddresses).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void codesExist(DemoDataSet data) {
        assertThat(values(data.states(), "currency")).allSatisfy(Currency::getInstance);
        assertThat(values(data.states(), "timeZone")).isSubsetOf(ZoneId.getAvailableZoneIds());
        assertThat(values(data.states(), "language")).allSatisfy(DemoDataTest::assertLanguageExists);
        assertThat(values(data.states(), "country")).isSubsetOf(COUNTRIES);
        assertThat(values(data.states().flatMap(each -> stream(each.path("addresses"))), "country"))
                .isSubsetOf(COUNTRIES);
        CHOICES.forEach((field, allowed) ->
                assertThat(values(data.states(), field)).as(field).isNotEmpty().isSubsetOf(allowed));
        LABELS.forEach((field, allowed) -> assertThat(
                        values(data.states().flatMap(each -> stream(each.path(field))), "label"))
                .as(field)
                .isNotEmpty()
                .isSubsetOf(allowed));
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void amountsFitTheirCurrency(DemoDataSet data) {
        assertThat(data.states()
                        .flatMap(each -> Stream.of(each.path("annualRevenue"), each.path("creditLimit")))
                        .filter(JsonNode::isObject))
                .isNotEmpty()
                .allSatisfy(money -> {
                    Currency currency =
                            Currency.getInstance(money.path("currency").asText());
                    BigDecimal amount = new BigDecimal(money.path("amount").asText());
                    assertThat(amount).isPositive();
                    assertThat(amount.scale()).isLessThanOrEqualTo(currency.getDefaultFractionDigits());
                });
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void textsFitTheirFields(DemoDataSet data) {
        Stream<JsonNode> withAddresses =
                Stream.concat(data.states(), data.records().flatMap(each -> stream(each.path("addresses"))));
        assertThat(withAddresses)
                .allSatisfy(each -> LONGEST.forEach((field, longest) ->
                        assertThat(each.path(field).asText().length()).as(field).isLessThanOrEqualTo(longest)));
        assertThat(data.records().flatMap(each -> stream(each.path("addresses"))))
                .noneMatch(address -> address.path("line1").asText().isBlank()
                        || address.path("city").asText().isBlank());
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void birthdaysAreThoseOfPeopleAtWork(DemoDataSet data) {
        assertThat(values(data.contacts().stream(), "birthday").stream().map(LocalDate::parse))
                .isNotEmpty()
                .allMatch(day -> day.getYear() >= 1955 && day.getYear() <= 2002);
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void mostAccountsHaveAHistoryOfOneToFiveChanges(DemoDataSet data) {
        List<Integer> sizes = data.accounts().stream()
                .map(account -> data.historyOf("account", account).size())
                .toList();
        assertThat(sizes).allMatch(size -> size <= 5);
        assertThat(sizes.stream().filter(size -> size > 0).count())
                .isGreaterThanOrEqualTo(Math.round(data.accounts().size() * 0.6));
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void historyIsOrderedAndEveryChangeChangesSomething(DemoDataSet data) {
        data.accounts().forEach(account -> assertHistoryTellsChanges(account, data.historyOf("account", account)));
        data.contacts().forEach(contact -> assertHistoryTellsChanges(contact, data.historyOf("contact", contact)));
        data.history()
                .forEach(entry -> data.requireRecord(
                        entry.path("object").asText(), entry.path("key").asText()));
    }

    private static void assertHistoryTellsChanges(JsonNode record, List<JsonNode> entries) {
        assertThat(record.path("createdDaysAgo").asInt()).isBetween(5, 720);
        int before = record.path("createdDaysAgo").asInt();
        for (JsonNode entry : entries) {
            assertThat(entry.path("daysAgo").asInt()).isBetween(1, 400).isLessThan(before);
            assertThat(entry.path("hour").asInt()).isBetween(8, 18);
            before = entry.path("daysAgo").asInt();
        }
        for (int i = 0; i < entries.size(); i++) {
            for (String field : members(entries.get(i).path("changes"))) {
                JsonNode earlier = entries.get(i).path("changes").path(field);
                JsonNode later = entries.subList(i + 1, entries.size()).stream()
                        .map(entry -> entry.path("changes"))
                        .filter(changes -> changes.has(field))
                        .findFirst()
                        .orElse(record)
                        .path(field);
                boolean bothEmpty =
                        (earlier.isNull() || earlier.isMissingNode()) && (later.isNull() || later.isMissingNode());
                assertThat(bothEmpty || earlier.equals(later))
                        .as("%s of %s stays the same", field, record.path("key"))
                        .isFalse();
            }
        }
    }

    private static void assertValidPhone(String number, String country) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            assertThat(number).startsWith("+");
            assertThat(phones.isValidNumberForRegion(phones.parse(number, null), country))
                    .as("%s in %s", number, country)
                    .isTrue();
        } catch (NumberParseException e) {
            throw new AssertionError(number, e);
        }
    }

    private static void assertLanguageExists(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            assertThat(LANGUAGES).contains(locale.getLanguage());
            assertThat(COUNTRIES).contains(locale.getCountry());
        } catch (IllformedLocaleException e) {
            throw new AssertionError(tag, e);
        }
    }

    private static String countryOf(DemoDataSet data, JsonNode record) {
        if (record.has("country")) {
            return record.path("country").asText();
        }
        JsonNode account = record.has("account")
                ? data.requireRecord("account", record.path("account").asText())
                : record;
        return account.path("addresses").path(0).path("country").asText();
    }

    private static List<String> values(Stream<JsonNode> records, String field) {
        return records.filter(each -> each.hasNonNull(field))
                .map(each -> each.path(field).asText())
                .toList();
    }

    private static Set<String> members(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> words(String spaceSeparated) {
        return Set.copyOf(Arrays.asList(spaceSeparated.split(" ")));
    }
}
