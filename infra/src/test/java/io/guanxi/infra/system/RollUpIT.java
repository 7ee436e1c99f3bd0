package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SystemTest
class RollUpIT {

    private static final String ACCOUNT_FIELDS = "admin/objects/accounts/fields";
    private static final String CONTACT_FIELDS = "admin/objects/contacts/fields";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration JOB = Duration.ofMinutes(2);

    private final Api admin;
    private final Api acme;
    private final String word = Samples.word();
    private final List<String> made = new ArrayList<>();

    RollUpIT(RunningSystem system) {
        admin = system.person("owner@acme.example");
        acme = system.partner("acme-partner");
    }

    @AfterEach
    void takeTheFieldsAway() {
        for (int i = made.size() - 1; i >= 0; i--) {
            admin.delete(made.get(i));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "count,,2,1,0",
        "sum,size,40,10.5,0",
        "average,size,20,10.5,null",
        "least,size,10.5,10.5,null",
        "greatest,size,29.5,10.5,null"
    })
    void itFollowsTheRecordsThatPointHere(String function, String field, String both, String one, String none) {
        define(CONTACT_FIELDS, Map.of("name", word + "size", "type", "decimal"));
        rollUp("r", function, field, null);
        String account = account();
        String first = contact(account, 10.5);
        String second = contact(account, 29.5);
        awaitValue(account, both);
        acme.delete("contacts/" + second).expect(204);
        awaitValue(account, one);
        acme.post("contacts/" + second + "/restore", Map.of()).expect(200);
        awaitValue(account, both);
        String other = account();
        acme.patch("contacts/" + second, Map.of("account", other)).expect(200);
        awaitValue(account, one);
        acme.patch("contacts/" + first, Map.of("account", other)).expect(200);
        awaitValue(other, both);
        awaitValue(account, none);
    }

    @Test
    void aConditionLeavesOutSomeAndAFormulaGoesOnWithIt() {
        define(CONTACT_FIELDS, Map.of("name", word + "size", "type", "decimal"));
        rollUp("r", "sum", "size", "custom." + word + "size=ge=10;doNotCall==false");
        define(ACCOUNT_FIELDS, Map.of("name", word + "f", "type", "decimal", "formula", "custom." + word + "r * 2"));
        String account = account();
        contact(account, 9);
        String counted = contact(account, 11);
        awaitValue(account, "11");
        await().atMost(SOON).until(() -> custom(account, "f").asText().equals("22"));
        assertThat(acme.all("accounts?fields=name&filter=custom." + word + "r==11;name==" + word))
                .hasSize(1);
        acme.patch("contacts/" + counted, Map.of("doNotCall", true)).expect(200);
        awaitValue(account, "0");
    }

    @Test
    void amountsAreSummedUpInTheirCurrency() {
        define(CONTACT_FIELDS, Map.of("name", word + "size", "type", "money"));
        rollUp("r", "sum", "size", null);
        String account = account();
        contact(account, Map.of("amount", "10.10", "currency", "EUR"));
        contact(account, Map.of("amount", "0.20", "currency", "EUR"));
        await().atMost(SOON)
                .until(() -> custom(account, "r").path("amount").asText().equals("10.30"));
        assertThat(custom(account, "r").path("currency").asText()).isEqualTo("EUR");
        contact(account, Map.of("amount", "1", "currency", "CNY"));
        await().atMost(SOON).until(() -> custom(account, "r").isNull());
    }

    @Test
    void recordsThereAlreadyAreSummedUp() {
        define(CONTACT_FIELDS, Map.of("name", word + "size", "type", "decimal"));
        String account = account();
        contact(account, 3);
        rollUp("r", "count", null, null);
        await().atMost(JOB).until(() -> custom(account, "r").asText().equals("1"));
    }

    @Test
    void itComesOutRightWhenManyChangeAtOnce() throws Exception {
        define(CONTACT_FIELDS, Map.of("name", word + "size", "type", "decimal"));
        rollUp("r", "sum", "size", null);
        List<String> accounts = List.of(account(), account());
        List<String> contacts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            contacts.add(contact(accounts.get(i % 2), i));
        }
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String contact = contacts.get(i % contacts.size());
            Map<String, Object> patch = new HashMap<>();
            patch.put("account", accounts.get(i / 3 % 2));
            patch.put("custom", Map.of(word + "size", i));
            calls.add(() -> acme.patch("contacts/" + contact, patch));
            // Somebody works on the company meanwhile.
            String account = accounts.get(i % 2);
            calls.add(() -> acme.patch("accounts/" + account, Map.of("description", word + contact)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            threads.invokeAll(calls);
        } finally {
            threads.shutdownNow();
        }
        for (String account : accounts) {
            long sum = acme.all("contacts?filter=account==" + account).stream()
                    .mapToLong(contact -> contact.at("/custom/" + word + "size").asLong())
                    .sum();
            awaitValue(account, Long.toString(sum));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nothing,account,count,,,/rollUp/object",
        "contact,email,count,,,/rollUp/by",
        "contact,account,sum,,,/rollUp/field",
        "contact,account,sum,name,,/rollUp/field",
        "contact,account,count,birthday,,/rollUp/field",
        "contact,account,middle,,,/rollUp/function",
        "contact,account,count,,nonsense==1,/rollUp/filter",
        "contact,account,count,,birthday=within=this-month,/rollUp/filter",
        "contact,account,count,,owner==me,/rollUp/filter"
    })
    void whatCannotBeIsToldAtItsPlaceAndNothingIsKept(
            String object, String by, String function, String field, String filter, String pointer) {
        Answer refused = admin.post(ACCOUNT_FIELDS, definition("r", object, by, function, field, filter));
        assertThat(refused.expect(422).text()).contains("\"" + pointer + "\"");
        assertThat(admin.get(ACCOUNT_FIELDS).text()).doesNotContain(word);
    }

    @Test
    void circlesAreRefusedAndWhatIsReadCannotBeTakenAway() {
        String size = define(CONTACT_FIELDS, Map.of("name", word + "size", "type", "decimal"));
        rollUp("r", "sum", "size", null);
        assertThat(admin.delete(size).expectProblem(409, "rule-broken").text()).contains("Roll-up", "Label r");
        Map<String, Object> circle = definition("c", "account", "parent", "sum", "custom." + word + "c", null);
        admin.post(ACCOUNT_FIELDS, circle).expect(422);
        String up = define(ACCOUNT_FIELDS, definition("up", "account", "parent", "sum", "custom." + word + "r", null));
        assertThat(admin.request("PATCH", up)
                        .mergePatch(Map.of(
                                "rollUp",
                                Map.of(
                                        "object",
                                        "account",
                                        "by",
                                        "parent",
                                        "function",
                                        "sum",
                                        "field",
                                        "custom." + word + "up")))
                        .send()
                        .expect(422)
                        .text())
                .contains(word + "up → " + word + "up");
    }

    @Test
    void nobodyFillsItIn() {
        rollUp("r", "count", null, null);
        Answer refused = acme.post("accounts", Map.of("name", word, "custom", Map.of(word + "r", 7)));
        assertThat(refused.expect(422).text()).contains("/custom/" + word + "r");
    }

    private void awaitValue(String account, String expected) {
        await("of " + account)
                .atMost(SOON)
                .untilAsserted(() -> assertThat(custom(account, "r").asText()).isEqualTo(expected));
    }

    private JsonNode custom(String account, String name) {
        return acme.get("accounts/" + account).expect(200).json().at("/custom/" + word + name);
    }

    private String account() {
        return acme.post("accounts", Map.of("name", word)).expect(201).id();
    }

    private String contact(String account, Object size) {
        Map<String, Object> custom = Map.of(word + "size", size);
        return acme.post("contacts", Map.of("lastName", word, "account", account, "custom", custom))
                .expect(201)
                .id();
    }

    private void rollUp(String name, String function, String field, String filter) {
        String own = field == null ? null : "custom." + word + field;
        define(ACCOUNT_FIELDS, definition(name, "contact", "account", function, own, filter));
    }

    private String define(String fields, Map<String, Object> definition) {
        Map<String, Object> complete = new LinkedHashMap<>(definition);
        complete.putIfAbsent("labels", Map.of("en", "Label " + definition.get("name")));
        String path = fields + "/" + admin.post(fields, complete).expect(201).id();
        made.add(path);
        return path;
    }

    private Map<String, Object> definition(
            String name, String object, String by, String function, String field, String filter) {
        Map<String, Object> rollUp = new LinkedHashMap<>();
        rollUp.put("object", object);
        rollUp.put("by", by);
        rollUp.put("function", function);
        rollUp.put("field", field);
        rollUp.put("filter", filter);
        return Map.of("name", word + name, "labels", Map.of("en", "Label " + name), "rollUp", rollUp);
    }
}
