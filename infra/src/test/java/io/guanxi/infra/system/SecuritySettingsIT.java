package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Tokens;
import io.guanxi.infra.system.support.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a company asks of those who come in is asked of pages and REST, of people and programs, and of nobody else's. */
@SystemTest
class SecuritySettingsIT {

    private static final String SETTINGS = "admin/security";
    private static final String ADDRESSES = "addresses";
    private static final String ELSEWHERE = "127.0.0.9";

    private final RunningSystem system;
    private final Newcomers.Company company;
    private final Api owner;

    SecuritySettingsIT(RunningSystem system) {
        this.system = system;
        company = Newcomers.company(system, "business");
        owner = company.owner();
    }

    @Test
    void settingsAreReadAndChangedByVersion() {
        Answer first = owner.get(SETTINGS).expect(200);
        assertThat(first.json().path("sessionMinutes").isNull()).isTrue();
        put(Map.of("sessionMinutes", 60)).expect(200);
        Answer second = owner.get(SETTINGS).expect(200);
        assertThat(second.json().path("sessionMinutes").asInt()).isEqualTo(60);
        assertThat(second.header("ETag")).isNotEqualTo(first.header("ETag"));
        request(Map.of()).header("If-Match", first.header("ETag")).send().expectProblem(412, "stale-record");
        request(Map.of()).send().expectProblem(428, "precondition-required");
        request(Map.of()).header("If-Match", second.header("ETag")).send().expect(200);
    }

    @Test
    void whatIsWrongIsToldAtItsMember() {
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("sessionMinutes", 1);
        wrong.put("idleMinutes", 100_000);
        wrong.put(ADDRESSES, List.of("10.0.0.0/8", "10.0.0.0/33", "example.com", "1.2.3.256", "::1/129", "fe80::/x"));
        assertThat(put(wrong).expectProblem(422, "invalid-record").errors())
                .containsExactly(
                        "/sessionMinutes security.minutes",
                        "/idleMinutes security.minutes",
                        "/addresses/1 security.address",
                        "/addresses/2 security.address",
                        "/addresses/3 security.address",
                        "/addresses/4 security.address",
                        "/addresses/5 security.address");
    }

    @Test
    void aChangeIsToldInTheAudit() {
        put(Map.of("idleMinutes", 30, ADDRESSES, List.of("127.0.0.0/8", "2001:DB8::/32")))
                .expect(200);
        JsonNode entry =
                owner.get("admin/audit?kind=security").expect(200).json().at("/items/0");
        assertThat(entry.toString()).contains("idleMinutes", "127.0.0.0/8", "2001:db8::/32");
    }

    @Test
    void whoSavesAnAddressListWithoutTheirOwnIsToldAndHasToConfirm() {
        Map<String, Object> others = Map.of(ADDRESSES, List.of("10.0.0.0/8"));
        assertThat(put(others).expectProblem(422, "invalid-record").errors())
                .containsExactly("/addresses security.lockOut");
        owner.get("accounts?limit=1").expect(200);
        put(Map.of(ADDRESSES, List.of("10.0.0.0/8"), "confirmLockOut", true)).expect(200);
        owner.get("accounts?limit=1").expectProblem(403, "address-refused");
    }

    @Test
    void peopleAndProgramsComeFromTheNamedAddressesAlone() throws IOException {
        String token = system.tokens().ofPerson(company.email());
        JsonNode issued = owner.post("admin/clients", Map.of("name", "Shop", "grants", List.of("accounts:read")))
                .expect(201)
                .json();
        String programToken = system.tokens()
                .ofClient(
                        issued.path("clientId").asText(), issued.path("secret").asText());
        Api program = system.withToken(programToken);
        program.get("accounts?limit=1").expect(200);
        Visit browser = system.logIn(company.email());
        assertThat(browser.get("/app").status()).isEqualTo(200);
        assertThat(call(ELSEWHERE, token)).contains(" 200 ");

        put(Map.of(ADDRESSES, List.of("127.0.0.8/30"), "confirmLockOut", true)).expect(200);
        owner.get("accounts?limit=1").expectProblem(403, "address-refused");
        program.get("accounts?limit=1").expectProblem(403, "address-refused");
        Answer page = browser.get("/app");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("from certain networks only, and 127.0.0.1 is none of them");
        assertThat(call(ELSEWHERE, token)).contains(" 200 ");
        assertThat(call(ELSEWHERE, programToken)).contains(" 200 ");
        assertThat(system.database()
                        .column(
                                "SELECT DISTINCT address FROM audit_entry WHERE tenant_id = ? AND action = 'REFUSED'",
                                company.id()))
                .containsExactly("127.0.0.1");
        system.person("owner@acme.example").get("accounts?limit=1").expect(200);
    }

    @Test
    void whoSaysThatTheyComeFromElsewhereIsNotBelieved() {
        put(Map.of(ADDRESSES, List.of("10.0.0.0/8"), "confirmLockOut", true)).expect(200);
        owner.request("GET", "accounts?limit=1")
                .header("X-Forwarded-For", "10.1.2.3")
                .header("Forwarded", "for=10.1.2.3")
                .send()
                .expectProblem(403, "address-refused");
    }

    @Test
    void aLogInThatIsTooLongAgoHasToBeDoneAgain() {
        Visit browser = system.logIn(company.email());
        put(Map.of("sessionMinutes", 15)).expect(200);
        owner.get("accounts?limit=1").expect(200);
        assertThat(browser.get("/app").status()).isEqualTo(200);
        set("session_minutes = 0");
        await().untilAsserted(() -> owner.get("accounts?limit=1").expectProblem(401, "session-over"));
        assertThat(owner.get("accounts?limit=1").header("WWW-Authenticate"))
                .contains("insufficient_user_authentication");
        Answer turnedAway = browser.get("/app").expect(303);
        assertThat(turnedAway.header("Location")).contains("/signin-again?why=old");
        Answer back = browser.follow(logIn(browser, "/app"));
        assertThat(back.text()).contains("some time after the last log-in");
        set("session_minutes = 15");
        await().untilAsserted(() -> assertThat(browser.follow(logIn(browser, "/signin?again=true&next=/app/accounts"))
                        .response()
                        .uri()
                        .getPath())
                .isEqualTo("/app/accounts"));
        await().untilAsserted(() -> owner.get("accounts?limit=1").expect(200));
    }

    @Test
    void aSessionThatLiesUnusedEnds() {
        Visit browser = system.logIn(company.email());
        put(Map.of("idleMinutes", 30)).expect(200);
        assertThat(browser.get("/app").status()).isEqualTo(200);
        age(29);
        assertStays(browser);
        age(31);
        await().untilAsserted(
                        () -> assertThat(browser.get("/app").header("Location")).contains("/signin-again?why=idle"));
        assertThat(browser.get("/signin-again?why=idle").text()).contains("longer than your company allows");
        // Once is enough, though Keycloak still knows the browser.
        assertThat(browser.follow(logIn(browser, "/app"))
                        .expect(200)
                        .response()
                        .uri()
                        .getPath())
                .isEqualTo("/app");
    }

    @Test
    void aCompanyThatAsksForNothingEndsNothing() {
        Visit browser = system.logIn(company.email());
        age(200);
        assertStays(browser);
    }

    private Answer logIn(Visit browser, String address) {
        return browser.logIn(browser.follow(address), company.email(), Tokens.DEMO_PASSWORD);
    }

    /** Longer than what the node knows of the session. */
    private void assertStays(Visit browser) {
        await().during(java.time.Duration.ofSeconds(6))
                .atMost(java.time.Duration.ofSeconds(20))
                .pollInterval(java.time.Duration.ofSeconds(3))
                .until(() -> browser.get("/app").status() == 200);
    }

    /** Lets the company's sessions and their log-ins be as old. */
    private void age(int minutes) {
        system.database()
                .change(
                        "UPDATE person_session SET used_at = UTC_TIMESTAMP(6) - INTERVAL ? MINUTE WHERE tenant_id = ?",
                        minutes,
                        company.id());
    }

    private void set(String change) {
        system.database().change("UPDATE security_policy SET " + change + " WHERE tenant_id = ?", company.id());
    }

    private Answer put(Map<String, Object> wanted) {
        return request(wanted).header("If-Match", "*").send();
    }

    private Api.Request request(Map<String, Object> wanted) {
        return owner.request("PUT", SETTINGS).json(wanted);
    }

    /** The answer to a call from another address of this machine. */
    private String call(String from, String token) throws IOException {
        URI site = URI.create(system.url());
        try (Socket socket =
                new Socket(InetAddress.getByName("127.0.0.1"), site.getPort(), InetAddress.getByName(from), 0)) {
            socket.getOutputStream()
                    .write(("GET /api/v1/accounts?limit=1 HTTP/1.1\r\nHost: " + site.getAuthority()
                                    + "\r\nAuthorization: Bearer " + token + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            try (InputStream answer = socket.getInputStream()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
