package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.infra.system.imports.ImportJob;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On an object that no other test fills, so that all numbers are these tests' own. */
@SystemTest
class NumberingIT {

    private static final String FIELDS = "admin/objects/product-categories/fields";

    private final Api admin;
    private final Api acme;
    private final String word = Samples.word();
    private final List<String> made = new ArrayList<>();

    NumberingIT(RunningSystem system) {
        admin = system.person("owner@acme.example");
        acme = system.partner("acme-partner");
    }

    @AfterEach
    void takeTheFieldsAway() {
        made.forEach(id -> admin.delete(FIELDS + "/" + id));
    }

    @Test
    void manyWhoCreateAtOnceGetEveryNumberOnce() throws Exception {
        number("N-{0000}");
        int before = last();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            String name = word + i;
            boolean wrong = i % 6 == 0;
            calls.add(() -> acme.post(
                    "product-categories", wrong ? Map.of("name", name, "nonsense", 1) : Map.of("name", name)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<String> numbers = new ArrayList<>();
        try {
            for (Future<Answer> call : threads.invokeAll(calls)) {
                if (call.get().status() == 201) {
                    numbers.add(call.get().json().at("/custom/" + word).asText());
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(before + 1, before + 40)
                        .mapToObj("N-%04d"::formatted)
                        .toList());
    }

    @Test
    void recordsThereAlreadyAreNumberedInTheOrderInWhichTheyWereMade() {
        String first = category(word + "a").id();
        String second = category(word + "b").id();
        number("{00000000}");
        await().atMost(Duration.ofMinutes(2)).until(() -> !numberOf(second).isEmpty());
        assertThat(numberOf(first)).isLessThan(numberOf(second));
        assertThat(category(word + "c").json().at("/custom/" + word).asText()).isGreaterThan(numberOf(second));
    }

    @Test
    void importedRowsAreNumberedAndATrialRunTakesNoNumber() {
        number("{00000000}");
        int before = last();
        String file = "name\n" + word + "x\n" + word + "y\n";
        ImportJob.submit(acme, "product-categories", "&dryRun=true", file.getBytes())
                .success();
        ImportJob.submit(acme, "product-categories", "", file.getBytes()).success();
        assertThat(acme.all("product-categories?sort=name&filter=name=in=(" + word + "x," + word + "y)").stream()
                        .map(category -> category.at("/custom/" + word).asInt()))
                .containsExactlyInAnyOrder(before + 1, before + 2);
    }

    @Test
    void aNumberIsFoundAndNobodyChangesIt() {
        number("K{YYYY}-{00}");
        Answer created = category(word);
        String number = created.json().at("/custom/" + word).asText();
        assertThat(number).matches("K\\d{4}-\\d{2,}");
        assertThat(acme.all("product-categories?filter=custom." + word + "==" + number))
                .hasSize(1);
        Answer refused = acme.patch("product-categories/" + created.id(), Map.of("custom", Map.of(word, "K1")));
        assertThat(refused.expect(422).text()).contains("/custom/" + word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INV", "{00}{00}", "{day}{0}", ""})
    void aFormatThatNumbersNothingIsRefused(String format) {
        Answer refused =
                admin.post(FIELDS, Map.of("name", word, "labels", Map.of("en", "Number"), "numbering", format));
        assertThat(refused.expect(422).text()).contains("/numbering");
    }

    private void number(String format) {
        String id = admin.post(FIELDS, Map.of("name", word, "labels", Map.of("en", "Number"), "numbering", format))
                .expect(201)
                .id();
        made.add(id);
    }

    /** The number of a record made now; those there already have theirs by then. */
    private int last() {
        acme.all("product-categories?limit=200")
                .forEach(old -> await().atMost(Duration.ofMinutes(2))
                        .until(() -> !numberOf(old.path("id").asText()).isEmpty()));
        String number = category(word + "last").json().at("/custom/" + word).asText();
        return Integer.parseInt(number.replaceAll("\\D", ""));
    }

    private Answer category(String name) {
        return acme.post("product-categories", Map.of("name", name)).expect(201);
    }

    private String numberOf(String id) {
        return acme.get("product-categories/" + id)
                .expect(200)
                .json()
                .at("/custom/" + word)
                .asText("");
    }
}
