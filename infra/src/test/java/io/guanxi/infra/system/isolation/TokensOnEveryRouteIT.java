package io.guanxi.infra.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.guanxi.infra.proof.Figures;
import io.guanxi.infra.proof.ProofPart;
import io.guanxi.infra.proof.Proves;
import io.guanxi.infra.system.isolation.Forgery.Refusal;
import io.guanxi.infra.system.isolation.Routes.Route;
import io.guanxi.infra.system.isolation.WeakenedVerifier.Check;
import io.guanxi.infra.system.isolation.WeakenedVerifier.Truth;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.KeycloakAdmin;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.SystemTest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every forgery of a token at every route of the running server, with the genuine token beside it. */
@SystemTest
@Proves(ProofPart.TOKENS)
class TokensOnEveryRouteIT {

    private static final int THREADS = 4;

    private final RunningSystem system;
    private final AtomicInteger fetches = new AtomicInteger();
    private final RSAKey stranger;
    private Company company;
    private HttpServer elsewhere;
    private RealmKey trusted;
    private String genuine;
    private Forge forge;

    TokensOnEveryRouteIT(RunningSystem system) throws Exception {
        this.system = system;
        stranger = new RSAKeyGenerator(2048).keyID("of-a-stranger").generate();
    }

    /** A company of its own: genuine tokens are let in on every route, whatever that does there. */
    @BeforeEach
    void aGenuineTokenAndEverythingToForgeItWith() throws Exception {
        company = Newcomers.company(system, "business");
        company.owner()
                .post("admin/objects", Map.of("name", "boat", "path", "boats", "labels", Map.of("en", "Boat")))
                .expect(201);
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(stranger).toString().getBytes(StandardCharsets.UTF_8);
        elsewhere.createContext("/", exchange -> {
            fetches.incrementAndGet();
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        elsewhere.start();
        trusted = RealmKey.add(system);
        genuine = system.tokens().ofPerson(company.email());
        RSAKey realm = RealmKey.published(system)
                .getKeyByKeyId(SignedJWT.parse(genuine).getHeader().getKeyID())
                .toRSAKey();
        URI place = URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/keys");
        forge = new Forge(genuine, realm, trusted.key(), stranger, place);
    }

    @AfterEach
    void theRealmHasItsOwnKeysAlone() {
        trusted.close();
        elsewhere.stop(0);
    }

    @Test
    void noForgedTokenIsLetInOnAnyRoute(Figures figures) throws Exception {
        trusted.awaitKnown(forge.reissued());
        List<Forgery> forgeries = forgeries();
        List<Route> routes = Routes.of(company.owner()).closed();
        assertThat(routes).anyMatch(route -> route.path().equals("/v1/boats/{id}"));
        assertThat(lettingIn(routes, forgeries)).isEmpty();
        assertThat(fetches).as("keys fetched from where a token points to").hasValue(0);
        assertThat(refusing(routes, List.of(genuine, forge.reissued())))
                .as("routes that do not let a genuine token in")
                .isEmpty();
        figures.put("routes", routes.size());
        figures.put("tokens", forgeries.size());
        figures.put("requests", (long) routes.size() * forgeries.size());
        figures.put("accepted", 0);
        System.out.println("tokens: " + forgeries.size() + " forgeries at " + routes.size() + " routes");
    }

    @Test
    void theSetNoticesWhateverCheckIsLeftOut() throws Exception {
        List<Forgery> forgeries = forgeries();
        Truth truth = new Truth(
                RealmKey.published(system),
                new JWKSet(stranger),
                SignedJWT.parse(genuine).getJWTClaimsSet().getIssuer(),
                new ObjectMapper()
                        .valueToTree(SignedJWT.parse(genuine).getJWTClaimsSet().getClaim("organization")));
        WeakenedVerifier whole = new WeakenedVerifier(truth, Optional.empty());
        assertThat(whole.accepts(genuine)).isTrue();
        assertThat(whole.accepts(forge.reissued())).isTrue();
        assertThat(forgeries).noneMatch(forgery -> whole.accepts(forgery.token()));
        for (Check check : Check.values()) {
            WeakenedVerifier weakened = new WeakenedVerifier(truth, Optional.of(check));
            assertThat(forgeries)
                    .as("forgeries that are let in without the check of " + check)
                    .anyMatch(forgery -> weakened.accepts(forgery.token()));
        }
    }

    @Test
    void noTokenOpensAPage() {
        Api caller = system.withToken(genuine);
        for (String page : List.of("/app", "/app/accounts", "/app/admin/people", "/operator", "/tenant")) {
            Answer answer = caller.get(page).expect(303);
            assertThat(answer.header("Location")).startsWith(system.keycloakUrl());
        }
    }

    /** What the forge makes, and genuine tokens of Keycloak that are for something else. */
    private List<Forgery> forgeries() throws Exception {
        List<Forgery> forgeries = new ArrayList<>(forge.all());
        forgeries.add(new Forgery("the ID token", system.tokens().idTokenOf(company.email()), Refusal.NOBODY));
        forgeries.add(
                new Forgery("the refresh token", system.tokens().refreshTokenOf(company.email()), Refusal.NOBODY));
        forgeries.add(new Forgery("a token of another realm", new KeycloakAdmin(system).ownToken(), Refusal.NOBODY));
        forgeries.add(
                new Forgery("a token of another client", Newcomers.tokenForAnotherAudience(system), Refusal.NOBODY));
        return forgeries;
    }

    /** Routes and forgeries that are not refused as they should be. */
    private Queue<String> lettingIn(List<Route> routes, List<Forgery> forgeries) throws Exception {
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (Route route : routes) {
                work.add(threads.submit(() -> forgeries.forEach(forgery -> {
                    Answer answer = system.withToken(forgery.token())
                            .request(route.method(), route.address())
                            .send();
                    if (!isRefused(answer, forgery.answer())) {
                        faults.add(forgery.name() + " at " + route.name() + ": " + answer);
                    }
                })));
            }
            for (Future<?> one : work) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return faults;
    }

    private static boolean isRefused(Answer answer, Refusal wanted) {
        return answer.status() == wanted.status()
                && answer.header("Content-Type").startsWith("application/problem+json")
                && answer.json().path("type").asText().equals("/problems/" + wanted.problem())
                && (wanted != Refusal.NOBODY
                        || answer.header("WWW-Authenticate").startsWith("Bearer"));
    }

    private List<String> refusing(List<Route> routes, List<String> tokens) {
        List<String> faults = new ArrayList<>();
        for (String token : tokens) {
            for (Route route : routes) {
                Answer answer = system.withToken(token)
                        .request(route.method(), route.address())
                        .send();
                if (answer.status() == 401 || answer.status() == 429 || answer.status() >= 500) {
                    faults.add(route.name() + ": " + answer);
                }
            }
        }
        return faults;
    }
}
