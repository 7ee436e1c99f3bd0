package io.guanxi.infra.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.infra.proof.Figures;
import io.guanxi.infra.proof.ProofPart;
import io.guanxi.infra.proof.Proves;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Tokens;
import io.guanxi.infra.system.support.Visit;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing that a link of the product says leads to another site, and nobody writes a header of an answer. */
@SystemTest
@Proves(ProofPart.FORGERY)
class OffSiteIT {

    /** Where attackers want people to go; some only when a server or a browser reads them in its own way. */
    private static final List<String> GOALS = List.of(
            "https://evil.example/",
            "//evil.example/",
            "/\\evil.example/",
            "\\\\evil.example/",
            "///evil.example/",
            "/%2f%2fevil.example/",
            "/%5cevil.example/",
            "/\tevil.example/",
            " //evil.example/",
            "https:evil.example/",
            "@evil.example/",
            ".evil.example/",
            ":80@evil.example/",
            "javascript:alert(1)",
            // Characters of which the last byte is a slash, a return or a new line.
            "/\u012fevil.example/",
            "/\u010d\u010aX-Evil: 1",
            "/\u560d\u560aX-Evil: 1",
            "/\r\nX-Evil: 1",
            "/%0d%0aX-Evil: 1");

    /** Such goals as are tried at every address; the others where anything leads on at all. */
    private static final int COMMON = 3;

    /** Names that products give to where they go next; those of this one are found on its pages. */
    private static final Set<String> NAMES = Set.of(
            "back",
            "next",
            "return",
            "returnTo",
            "return_to",
            "returnUrl",
            "redirect",
            "redirect_uri",
            "redirectUrl",
            "url",
            "uri",
            "target",
            "to",
            "goto",
            "continue",
            "dest",
            "forward",
            "page",
            "from",
            "done",
            "RelayState",
            "post_logout_redirect_uri",
            "service",
            "callback");

    /** What leads on and is no page, so that nobody finds it by looking around. */
    private static final List<String> WAYS = List.of(
            "/",
            "/language?to=en",
            "/signup/language?to=en",
            "/tenant",
            "/signin",
            "/signin-failed",
            "/oidc/callback",
            "/oidc/logged-out",
            "/logout",
            "/operator",
            "/operator/support",
            "/app/logo");

    private static final Pattern LINK = Pattern.compile("(?:href|action|src|formaction|content)=\"([^\"]*)\"");

    private final RunningSystem system;
    private final List<String> faults = new ArrayList<>();
    private int attempts;

    OffSiteIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void noParameterLeadsToAnotherSite(Figures figures) {
        Visit visitor = system.logIn("owner@globex.example");
        Site site = Site.around(visitor, List.of("/app"));
        Map<String, String> addresses = new TreeMap<>();
        site.addresses()
                .forEach(address -> addresses.putIfAbsent(Site.kind(address).replaceFirst("\\?.*", ""), address));
        Set<String> names = names(site);
        for (String address : addresses.values()) {
            for (String goal : GOALS.subList(0, COMMON)) {
                check(visitor, "GET", address, names, goal);
            }
        }
        for (String way : WAYS) {
            for (String goal : GOALS) {
                // Some of them end the visit.
                Visit another = new Visit(system.url());
                check(another, "GET", way, names, goal);
                check(another, "POST", way, names, goal);
            }
        }
        assertThat(faults).isEmpty();
        figures.add("attempts", attempts);
        System.out.println("off site: " + attempts + " requests at " + (addresses.size() + WAYS.size()) + " addresses, "
                + names.size() + " names");
    }

    @Test
    void whoChoosesACompanyOrALanguageStaysHere(Figures figures) {
        Visit both = system.logIn("both@example.com");
        for (String goal : GOALS) {
            for (Map<String, String> form :
                    List.of(Map.of("tenant", "acme", "next", goal), Map.of("tenant", "globex", "next", goal))) {
                judge(both.send("POST", "/tenant", Map.of(), form), "POST /tenant", goal);
            }
            judge(both.get("/language?to=en&back=" + Api.encoded(goal)), "GET /language", goal);
            judge(both.get("/tenant?next=" + Api.encoded(goal)), "GET /tenant", goal);
        }
        assertThat(faults).isEmpty();
        assertThat(both.send("POST", "/tenant", Map.of(), Map.of("tenant", "acme", "next", "/app/contacts"))
                        .header("Location"))
                .as("a goal of the product itself")
                .isEqualTo(system.url() + "/app/contacts");
        figures.add("attempts", attempts);
    }

    /** The address that somebody wanted is kept over the log-in: it is that of the product, however it is written. */
    @Test
    void noAddressLeadsToAnotherSiteAfterTheLogIn(Figures figures) throws IOException {
        Map<String, String[]> requests = new LinkedHashMap<>();
        for (String target : List.of(
                "//evil.example/app",
                "/\\evil.example/app",
                "/app/..//evil.example",
                "/.//evil.example",
                "/%2f%2fevil.example",
                "/%5c%5cevil.example",
                "/app;@evil.example/",
                "http://evil.example/app",
                "@evil.example/app",
                "/app?x=%0d%0aX-Evil:1")) {
            requests.put(target, new String[0]);
        }
        requests.put("/app ", new String[] {"Host: evil.example"});
        requests.put("/app", new String[] {"X-Forwarded-Host: evil.example", "Forwarded: host=evil.example"});
        for (Map.Entry<String, String[]> request : requests.entrySet()) {
            attempts++;
            Wire answer = Wire.get(system, request.getKey().strip(), request.getValue());
            String goal = answer.location().orElse("");
            judge(goal, request.getKey(), "before the log-in");
            assertThat(answer.all("X-Evil")).isEmpty();
            if (goal.startsWith(system.keycloakUrl())) {
                Visit visit = new Visit(system.url());
                answer.all("Set-Cookie").forEach(visit::with);
                Answer done = visit.logIn(visit.get(goal), "sales@acme.example", Tokens.DEMO_PASSWORD);
                Answer back = visit.get(done.header("Location"));
                judge(back, request.getKey(), "after the log-in");
                assertThat(back.header("Location")).startsWith(system.url() + "/");
            }
        }
        assertThat(faults).isEmpty();
        figures.add("attempts", attempts);
    }

    @Test
    void thePageThatARequestSaysItComesFromIsOfTheProductOrHome() {
        String host = system.url().replaceFirst("https?://", "");
        for (String page : List.of(
                "https://evil.example/",
                "http://" + host + ".evil.example/",
                "http://" + host + "@evil.example/",
                "//evil.example/")) {
            Answer answer = new Visit(system.url())
                    .send(
                            "POST",
                            "/app/accounts",
                            Map.of("Faces-Request", "partial/ajax", "Referer", page),
                            Map.of("x", "y"));
            assertThat(answer.text())
                    .contains("<redirect url=\"" + system.url() + "/app\"/>")
                    .doesNotContain("evil");
        }
    }

    /** That the judgement above sees what leads away. */
    @Test
    void whatLeadsAwayIsSeen() {
        for (String away : List.of(
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/\tevil",
                "javascript:x",
                "http://localhost.evil.example/",
                system.url() + ".evil.example/",
                system.url() + "@evil.example/")) {
            assertThat(isAway(away)).as(away).isTrue();
        }
        for (String here :
                List.of("/app", "", "?x=//evil.example", system.url() + "//evil.example", system.keycloakUrl())) {
            assertThat(isAway(here)).as(here).isFalse();
        }
    }

    private void check(Visit visitor, String method, String address, Set<String> names, String goal) {
        Map<String, String> parameters = new LinkedHashMap<>();
        names.forEach(name -> parameters.put(name, goal));
        String query = Visit.form(parameters);
        Answer answer = method.equals("GET")
                ? visitor.get(address + (address.contains("?") ? "&" : "?") + query)
                : visitor.send(method, address, Map.of(), parameters);
        judge(answer, method + " " + address, goal);
    }

    private void judge(Answer answer, String where, String goal) {
        attempts++;
        if (!answer.header("X-Evil").isEmpty()) {
            faults.add(where + " with " + goal + " gets a header written");
        }
        judge(answer.header("Location"), where, goal);
        if (answer.header("Content-Type").startsWith("text/html")) {
            Matcher link = LINK.matcher(answer.text());
            while (link.find()) {
                String place = Site.plain(link.group(1));
                if (place.contains("evil.example") && !place.contains("?") && isAway(place)) {
                    faults.add(where + " with " + goal + " links to " + place);
                }
            }
        }
    }

    private void judge(String location, String where, String goal) {
        if (isAway(location)) {
            faults.add(where + " with " + goal + " leads to " + location);
        }
    }

    /** As browsers read addresses: a backslash is a slash, and what is no character goes. */
    private boolean isAway(String location) {
        if (location.chars().anyMatch(c -> c < ' ')) {
            return true;
        }
        String read = location.replace('\\', '/');
        if (read.startsWith("//")) {
            return true;
        }
        if (read.startsWith("/") || read.isEmpty() || read.startsWith("?") || read.startsWith("#")) {
            return false;
        }
        if (!read.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*")) {
            return false;
        }
        return !Set.of(authority(system.url()), authority(system.keycloakUrl())).contains(authority(read));
    }

    private static String authority(String address) {
        Matcher parts = Pattern.compile("https?://([^/?#]*).*").matcher(address);
        return parts.matches() ? parts.group(1) : "";
    }

    /** Names of all parameters of addresses and members of forms that pages show, and of those that others use. */
    private static Set<String> names(Site site) {
        Set<String> names = new TreeSet<>(NAMES);
        site.addresses().forEach(address -> {
            String query = URI.create(address.replaceAll("[^\\x21-\\x7e]|[\\[\\]|{}^`\\\\\"]", "x"))
                    .getQuery();
            for (String parameter : query == null ? new String[0] : query.split("&")) {
                names.add(parameter.replaceFirst("=.*", ""));
            }
        });
        names.removeIf(name -> name.isBlank() || name.equals("fragment"));
        return new LinkedHashSet<>(names);
    }
}
