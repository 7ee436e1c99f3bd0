package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@SystemTest
class IdempotencyIT {

    private final Api acme;
    private final Api globex;
    private final String word = Samples.word();
    private final Map<String, Object> account = Map.of("name", word);

    IdempotencyIT(RunningSystem system) {
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @Test
    void theSameRequestHappensOnceAndIsAnsweredTheSame() {
        Answer first = send(acme, word, account).expect(201);
        Answer again = send(acme, word, account).expect(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(found(acme)).isEqualTo(1);
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() {
        send(acme, word, account).expect(201);
        send(acme, word, Map.of("name", word + " other")).expectProblem(422, "idempotency-key-reused");
        acme.request("POST", "contacts")
                .json(account)
                .header("Idempotency-Key", word)
                .send()
                .expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void aRefusedRequestMayBeCorrectedUnderItsKey() {
        send(acme, word, Map.of("name", word, "employees", "many")).expect(422);
        send(acme, word, account).expect(201);
    }

    @Test
    void keysOfAnotherTenantMeanNothing() {
        Answer mine = send(acme, word, account).expect(201);
        Answer theirs = send(globex, word, account).expect(201);
        assertThat(theirs.header("Idempotent-Replayed")).isEmpty();
        assertThat(theirs.id()).isNotEqualTo(mine.id());
    }

    @Test
    void ofManyAtOnceOneHappens() throws Exception {
        List<Callable<Answer>> calls = Collections.nCopies(8, () -> send(acme, word, account));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Answer> answers = new ArrayList<>();
        try {
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(Answer::id)
                        .distinct())
                .hasSize(1);
        assertThat(found(acme)).isEqualTo(1);
    }

    @Test
    void aBulkRequestIsDoneOnceToo() {
        List<Map<String, Object>> operations = List.of(
                Map.of("op", "create", "data", Map.of("name", word)),
                Map.of("op", "create", "data", Map.of("employees", "many")),
                Map.of("op", "create", "data", Map.of("name", word)));
        for (String address : List.of("accounts/bulk", "accounts/bulk")) {
            acme.request("POST", address)
                    .json(operations)
                    .header("Idempotency-Key", word + "-bulk")
                    .send()
                    .expect(200);
        }
        assertThat(found(acme)).isEqualTo(2);
    }

    private int found(Api api) {
        return api.all("accounts?filter=name==" + word + "*").size();
    }

    private static Answer send(Api api, String key, Map<String, Object> account) {
        return api.request("POST", "accounts")
                .json(account)
                .header("Idempotency-Key", key)
                .send();
    }
}
