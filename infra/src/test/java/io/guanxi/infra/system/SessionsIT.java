package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.KeycloakAdmin;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Visit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Sessions are seen and ended by whose they are and by admins, and what has ended opens nothing any more. */
@SystemTest
class SessionsIT {

    private final RunningSystem system;
    private final Newcomers.Company company;
    private final String email = Samples.word() + "@person.example";
    private final String subject;

    SessionsIT(RunningSystem system) {
        this.system = system;
        company = Newcomers.company(system, "business");
        company.owner().get("sessions").expect(200);
        subject = Newcomers.person(system, company, email, "MEMBER");
    }

    @Test
    void everybodySeesTheirOwnAndEndsOne() {
        Visit browser = system.logIn(email);
        Api program = system.person(email);
        List<JsonNode> sessions = items(program.get("sessions"));
        assertThat(sessions)
                .extracting(one -> one.path("channel").asText())
                .containsExactlyInAnyOrder("api", "browser");
        assertThat(session(sessions, "api").path("current").asBoolean()).isTrue();
        assertThat(session(sessions, "browser").path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(session(sessions, "browser").path("browser").asText()).isEqualTo("Java");
        assertThat(browser.get("/app").status()).isEqualTo(200);

        program.delete("sessions/" + session(sessions, "browser").path("id").asText())
                .expect(204);
        assertTurnedAway(browser);
        assertThat(items(program.get("sessions"))).hasSize(1);
        assertThat(new KeycloakAdmin(system).sessions(subject)).isEqualTo(1);
        assertThat(browser.follow("/signin?again=true&next=/app").text()).contains("kc-login");
    }

    @Test
    void whatHasEndedIsToldInTheAudit() {
        Api program = system.person(email);
        system.logIn(email);
        String ended =
                session(items(program.get("sessions")), "browser").path("id").asText();
        program.delete("sessions/" + ended).expect(204);
        JsonNode entry = company.owner()
                .get("admin/audit?kind=sessions&q=" + ended)
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(entry.path("action").asText()).isEqualTo("ended");
        assertThat(entry.toString()).contains("127.0.0.1", "Petra Person");
    }

    @Test
    void anAdminEndsAllSessionsOfAPerson() {
        Visit browser = system.logIn(email);
        Api program = system.person(email);
        program.get("accounts?limit=1").expect(200);
        String person = person(company.owner(), email);
        assertThat(items(company.owner().get("admin/people/" + person + "/sessions")))
                .hasSize(2)
                .noneMatch(one -> one.path("current").asBoolean());
        company.owner().delete("admin/people/" + person + "/sessions").expect(204);
        assertTurnedAway(browser);
        program.get("accounts?limit=1").expectProblem(401, "session-over");
        assertThat(new KeycloakAdmin(system).sessions(subject)).isZero();
        company.owner().get("accounts?limit=1").expect(200);
    }

    @Test
    void whoEndsAllOfTheirOwnStaysIn() {
        String self = person(company.owner(), company.email());
        Visit browser = system.logIn(company.email());
        company.owner().delete("admin/people/" + self + "/sessions").expect(204);
        assertTurnedAway(browser);
        assertThat(items(company.owner().get("sessions")))
                .singleElement()
                .matches(one -> one.path("current").asBoolean());
    }

    @Test
    void nobodyButAnAdminSeesOrEndsThoseOfOthers() {
        Api program = system.person(email);
        program.get("sessions").expect(200);
        String owner = person(company.owner(), company.email());
        String session =
                items(company.owner().get("sessions")).get(0).path("id").asText();
        program.get("admin/people/" + owner + "/sessions").expectProblem(403, "access-denied");
        program.delete("admin/people/" + owner + "/sessions").expectProblem(403, "access-denied");
        program.delete("sessions/" + session).expectProblem(404, "not-found");
        company.owner().get("sessions").expect(200);
    }

    @Test
    void anotherCompanySeesAndEndsNothingOfIt() {
        Api program = system.person(email);
        String session = items(program.get("sessions")).get(0).path("id").asText();
        String person = person(company.owner(), email);
        Newcomers.Company other = Newcomers.company(system, "business");
        String self = person(other.owner(), other.email());
        other.owner().get("admin/people/" + person + "/sessions").expectProblem(404, "not-found");
        other.owner().delete("admin/people/" + person + "/sessions").expectProblem(404, "not-found");
        other.owner().delete("admin/people/" + self + "/sessions/" + session).expectProblem(404, "not-found");
        other.owner().delete("sessions/" + session).expectProblem(404, "not-found");
        program.get("sessions").expect(200);
        company.owner()
                .delete("admin/people/" + person + "/sessions/" + session)
                .expect(204);
        program.get("sessions").expectProblem(401, "session-over");
    }

    @Test
    void whoWorksForTwoCompaniesLosesOnlyTheSessionOfTheOneWhoseAdminEndsIt() {
        Newcomers.Company other = Newcomers.company(system, "business");
        Newcomers.person(system, other, email, "MEMBER");
        new KeycloakAdmin(system).join(other.name(), subject);
        Api program = system.person(email);
        in(program, company).expect(200);
        in(program, other).expect(200);
        company.owner()
                .delete("admin/people/" + person(company.owner(), email) + "/sessions")
                .expect(204);
        in(program, company).expectProblem(401, "session-over");
        in(program, other).expect(200);
        assertThat(new KeycloakAdmin(system).sessions(subject)).isEqualTo(1);
    }

    private static Answer in(Api program, Newcomers.Company company) {
        return program.request("GET", "sessions")
                .header("X-Tenant", company.slug())
                .send();
    }

    @Test
    void deactivationEndsTheSessionsAndTheyDoNotComeBackWithThePerson() {
        Visit browser = system.logIn(email);
        Api program = system.person(email);
        program.get("accounts?limit=1").expect(200);
        String person = person(company.owner(), email);
        company.owner().patch("admin/people/" + person, Map.of("active", false)).expect(200);
        assertThat(browser.get("/app").status()).isEqualTo(403);
        program.get("accounts?limit=1").expectProblem(403, "access-denied");
        assertThat(items(company.owner().get("admin/people/" + person + "/sessions")))
                .isEmpty();
        company.owner().patch("admin/people/" + person, Map.of("active", true)).expect(200);
        program.get("accounts?limit=1").expectProblem(401, "session-over");
        assertTurnedAway(browser);
    }

    @Test
    void aSessionThatKeycloakStillKnowsCountsOnlyAfterANewLogIn() {
        Api program = system.person(email);
        program.get("accounts?limit=1").expect(200);
        system.database()
                .change(
                        "UPDATE person_session SET ended_at = UTC_TIMESTAMP(6) + INTERVAL 5 SECOND, ended_why = 'ENDED'"
                                + " WHERE tenant_id = ?",
                        company.id());
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> program.get("accounts?limit=1").expectProblem(401, "session-over"));
        system.database()
                .change(
                        "UPDATE person_session SET ended_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR WHERE tenant_id = ?",
                        company.id());
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> program.get("accounts?limit=1").expect(200));
    }

    @Test
    void noTokenIsKept() {
        system.logIn(email);
        List<String> texts = system.database()
                .column(
                        "SELECT CONCAT_WS(' ', sid, address, agent) FROM person_session WHERE tenant_id = ?",
                        company.id());
        assertThat(texts).isNotEmpty().noneMatch(text -> text.contains("eyJ"));
    }

    private static void assertTurnedAway(Visit browser) {
        Answer answer = browser.get("/app").expect(303);
        assertThat(answer.header("Location")).contains("/signin-again?why=ended&next=%2Fapp");
        assertThat(browser.follow(answer).expect(200).text()).contains("Log in again", "This session was ended");
    }

    private static String person(Api admin, String email) {
        return StreamSupport.stream(
                        admin.get("admin/people")
                                .expect(200)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(one -> one.path("email").asText().equals(email))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static JsonNode session(List<JsonNode> sessions, String channel) {
        return sessions.stream()
                .filter(one -> one.path("channel").asText().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> items(Answer answer) {
        return StreamSupport.stream(answer.expect(200).json().path("items").spliterator(), false)
                .toList();
    }
}
