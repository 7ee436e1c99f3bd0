package io.guanxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogInTest {

    private static final String PUBLIC = "http://localhost:8080";
    private static final String FAILED = PUBLIC + "/signin-failed";

    @TempDir
    private Path home;

    private Realm realm;
    private LogIn logIn;
    private Visitors visitors;
    private SessionCheck check;
    private EndedSessions ended;
    private SignedIn noted;

    @BeforeEach
    void start() {
        realm = new Realm();
        IdentitySettings settings = realm.settings(home);
        TokenEndpoint endpoint = new TokenEndpoint(settings);
        SessionTrail trail = new SessionTrail() {
            @Override
            void loggedIn(jakarta.servlet.http.HttpServletRequest request, SignedIn signedIn) {
                noted = signedIn;
            }

            @Override
            void over(jakarta.servlet.http.HttpServletRequest request, SignedIn signedIn) {
                noted = null;
            }
        };
        logIn = new LogIn(settings, endpoint, new IdentityKeys(settings), trail);
        visitors = new Visitors(settings, logIn, new Reachability(settings));
        ended = new EndedSessions();
        check = new SessionCheck(endpoint, logIn, ended, trail);
    }

    @AfterEach
    void stop() {
        realm.close();
    }

    @Test
    void aBrowserThatWorkedInACompanyWithLimitsIsAskedForANewLogIn() throws Exception {
        Exchange exchange = new Exchange(null);
        visitors.askToLogIn(exchange.request(), exchange.response());
        assertThat(exchange.answered.get("Location")).doesNotContain("prompt=login");
        exchange.cookies = new Cookie[] {new Cookie("guanxi-anew", "1")};
        visitors.askToLogIn(exchange.request(), exchange.response());
        assertThat(exchange.answered.get("Location")).contains("prompt=login");
    }

    @Test
    void aPersonLandsOnThePageAskedForInANewSession() throws Exception {
        Exchange first = ask("/app/accounts", "q=%E5%8C%97");
        Exchange back = comeBack(first, query(first));
        assertThat(back.answered).containsEntry("Location", PUBLIC + "/app/accounts?q=%E5%8C%97");
        assertThat(back.sessionsStarted).isEqualTo(1);
        assertThat(SignedIn.in(back.request()))
                .get()
                .satisfies(signedIn -> assertThat(signedIn.tenantId()).isEqualTo(1001))
                .as("the audit is told")
                .isSameAs(noted);
        assertThat(check.standing(back.request())).isPresent();
    }

    @Test
    void theRequestToKeycloakCarriesStateNonceAndChallengeAndAsksForAllOrganizations() throws Exception {
        Map<String, String> query = query(ask("/app", null));
        assertThat(query)
                .containsKeys("state", "nonce", "code_challenge")
                .containsEntry("code_challenge_method", "S256");
        assertThat(query.get("scope")).isEqualTo("openid+organization%3A*");
        assertThat(query(ask("/app", null)).get("state")).isNotEqualTo(query.get("state"));
    }

    @Test
    void aStateOfSomebodyElseStartsNoSession() throws Exception {
        Map<String, String> query = query(ask("/app", null));
        Exchange back = comeBack(new Exchange(null), query);
        assertThat(back.answered).containsEntry("Location", FAILED);
        assertThat(SignedIn.in(back.request())).isEmpty();
    }

    @Test
    void aStateCountsOnce() throws Exception {
        Exchange first = ask("/app", null);
        Map<String, String> query = query(first);
        realm.issue(realm.idClaims("another nonce"));
        redeem(first, query.get("state"), realm.issuer());
        realm.issue(realm.idClaims(query.get("nonce")));
        Exchange again = redeem(first, query.get("state"), realm.issuer());
        assertThat(again.answered).containsEntry("Location", FAILED);
    }

    @Test
    void anIdTokenMadeForAnotherLogInStartsNoSession() throws Exception {
        Exchange first = ask("/app", null);
        realm.issue(realm.idClaims("nonce of another"));
        Exchange back = redeem(first, query(first).get("state"), realm.issuer());
        assertThat(SignedIn.in(back.request())).isEmpty();
        assertThat(back.answered).containsEntry("Location", FAILED);
    }

    @ParameterizedTest
    @CsvSource({"aud,guanxi-api", "azp,guanxi-cli", "typ,Bearer", "iss,https://evil.example/realms/guanxi"})
    void anIdTokenForSomebodyElseStartsNoSession(String claim, String value) throws Exception {
        Exchange first = ask("/app", null);
        realm.issue(realm.idClaims(query(first).get("nonce")).claim(claim, value));
        Exchange back = redeem(first, query(first).get("state"), realm.issuer());
        assertThat(SignedIn.in(back.request())).isEmpty();
    }

    @Test
    void anAnswerOfAnotherIssuerStartsNoSession() throws Exception {
        Exchange first = ask("/app", null);
        realm.issue(realm.idClaims(query(first).get("nonce")));
        Exchange back = redeem(first, query(first).get("state"), "https://evil.example/realms/guanxi");
        assertThat(SignedIn.in(back.request())).isEmpty();
    }

    @Test
    void aSessionThatKeycloakHasEndedIsOver() throws Exception {
        Exchange first = ask("/app", null);
        Exchange back = comeBack(first, query(first));
        ended.end("session-at-keycloak");
        assertThat(check.standing(back.request())).isEmpty();
        assertThat(SignedIn.in(back.request())).isEmpty();
    }

    @Test
    void aSessionOutlivesAnOutageAndEndsWhenKeycloakRefuses() throws Exception {
        realm.tokenLifetimeSeconds = 0;
        Exchange first = ask("/app", null);
        Exchange back = comeBack(first, query(first));
        assertThat(check.standing(back.request())).as("renewed").isPresent();
        realm.refuse();
        assertThat(check.standing(back.request())).as("refused").isEmpty();

        Exchange second = ask("/app", null);
        back = comeBack(second, query(second));
        realm.close();
        assertThat(check.standing(back.request())).as("away").isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/a\r\nX: y"
            })
    void noAddressLeadsOffTheProduct(String wanted) {
        Exchange exchange = new Exchange(null);
        visitors.send(exchange.response(), wanted);
        assertThat(exchange.answered.get("Location")).startsWith(PUBLIC + "/").doesNotContain("\n", "\\");
    }

    @Test
    void aBackgroundRequestIsToldToLoadItsPageAgain() throws Exception {
        Exchange exchange = new Exchange(null);
        exchange.method = "POST";
        exchange.headers.put("Faces-Request", "partial/ajax");
        exchange.headers.put("Referer", PUBLIC + "/app/accounts?a=1&b=2");
        visitors.askToLogIn(exchange.request(), exchange.response());
        assertThat(exchange.body.toString()).contains("<redirect url=\"" + PUBLIC + "/app/accounts?a=1&amp;b=2\"/>");
    }

    @Test
    void nobodyIsSentToALogInPageThatIsNotThere() throws Exception {
        realm.close();
        Exchange exchange = ask("/app/accounts", "view=all");
        assertThat(exchange.status).isEqualTo(503);
        assertThat(exchange.forwarded).isEqualTo(Visitors.AWAY);
        assertThat(exchange.answered).containsKey("Retry-After").doesNotContainKey("Location");
    }

    private Exchange ask(String path, String query) throws Exception {
        Exchange exchange = new Exchange(null);
        exchange.path = path;
        exchange.query = query;
        visitors.askToLogIn(exchange.request(), exchange.response());
        return exchange;
    }

    /** The browser comes back from Keycloak, which issues an ID token for the log-in of that query. */
    private Exchange comeBack(Exchange before, Map<String, String> query) throws Exception {
        realm.issue(realm.idClaims(query.get("nonce")));
        return redeem(before, query.get("state"), realm.issuer());
    }

    private Exchange redeem(Exchange before, String state, String issuer) throws Exception {
        Exchange back = new Exchange(before);
        back.parameters.putAll(Map.of("state", state, "code", "code", "iss", issuer));
        logIn.finish(back.request(), back.response());
        return back;
    }

    private static Map<String, String> query(Exchange exchange) {
        String address = exchange.answered.get("Location");
        return Arrays.stream(address.substring(address.indexOf('?') + 1).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
