package io.guanxi.infra.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.infra.proof.Figures;
import io.guanxi.infra.proof.ProofPart;
import io.guanxi.infra.proof.Proves;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.ApiObject;
import io.guanxi.infra.system.support.NewCompany;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Visit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Forms that somebody else makes a browser send, or that are sent once more somewhere else. Forms and addresses are those
 * that the pages themselves name.
 */
@SystemTest
@Proves(ProofPart.FORGERY)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedFormsIT {

    /** What browsers say of a request that a page of another site has caused. */
    private static final List<Map<String, String>> FROM_ELSEWHERE = List.of(
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", "null"),
            Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"),
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Sec-Fetch-Site", "same-site"));

    private static final List<String> OUTSIDE = List.of("/signup", "/legal/terms", "/legal/privacy");

    private static final String BARE = "without its secret";
    private static final String OPERATOR = "operator@guanxi.example";

    /**
     * One form of so many may stand on a page that nobody finds: it is there in a state that passes by, such as the first
     * set-up, a file that was just sent, or a deletion that can be undone.
     */
    private static final int PASSING = 5;

    private final RunningSystem system;
    private final Company company;
    private final Company other;
    private final Set<String> objects = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private int attempts;
    private Site site;
    private String archived;

    ForgedFormsIT(RunningSystem system) {
        this.system = system;
        company = Newcomers.company(system, "business");
        other = Newcomers.company(system, "business");
    }

    @BeforeAll
    void lookAround() {
        fill();
        site = Site.around(system.logIn(company.email()), places());
    }

    @Test
    void noFormIsTakenWithoutTheSecretOfItsSession(Figures figures) throws IOException {
        String foreign = secretOf(system.logIn(other.email()));
        Map<String, PostForm> forms = forms(site);
        Map<String, PostForm> outside = forms(Site.around(new Visit(system.url()), outside()));
        Map<String, PostForm> operators = forms(Site.around(system.logIn(OPERATOR), operators()));
        operators.keySet().removeAll(forms.keySet());
        outside.keySet().removeAll(forms.keySet());
        long before = changes();
        attack(forms, () -> system.logIn(company.email()), foreign);
        attack(outside, () -> new Visit(system.url()), foreign);
        attack(operators, () -> system.logIn(OPERATOR), foreign);
        assertThat(faults).isEmpty();
        assertThat(changes()).as("changes that were made").isEqualTo(before);
        List<PostForm> all = new ArrayList<>(forms.values());
        all.addAll(outside.values());
        all.addAll(operators.values());
        Map<String, Integer> unseen = unseen(all);
        assertThat(unseen).as("forms that nobody tried").hasSizeLessThan(all.size() / PASSING);
        figures.put("forms", all.size());
        figures.add("attempts", attempts);
        System.out.println("forms: " + all.size() + ", sent " + attempts + " times; not found: " + unseen.keySet());
    }

    private void attack(Map<String, PostForm> forms, Supplier<Visit> session, String foreign) {
        Visit victim = session.get();
        Visit again = session.get();
        Visit stranger = system.logIn(other.email());
        for (PostForm form : forms.values()) {
            PostForm own = fresh(victim, form);
            PostForm twin = fresh(again, form);
            Map<String, Answer> answers = new LinkedHashMap<>();
            answers.put(BARE, send(victim, own, own.withoutSecret()));
            answers.put("with an invented secret", send(victim, own, own.withSecret("-1234567890:987654321")));
            answers.put("as if it needed none", send(victim, own, own.withSecret("stateless")));
            answers.put("with the secret of another session", send(victim, own, own.withSecret(twin.secret())));
            answers.put("with the secret of another company", send(victim, own, own.withSecret(foreign)));
            answers.put("in the session of another company", send(stranger, own, own.withSecret(own.secret())));
            answers.put("in another session", send(again, own, own.withSecret(own.secret())));
            answers.forEach((how, answer) -> {
                if (isTaken(answer, how)) {
                    faults.add(form.id() + " of " + form.page() + " " + how + ": " + brief(answer));
                }
            });
            attempts += answers.size();
            Answer genuine = send(victim, own, own.fields());
            if (genuine.status() >= 400 && !own.withFile()) {
                faults.add(form.id() + " of " + form.page() + " as it is: " + brief(genuine));
            }
        }
    }

    private List<String> outside() {
        List<String> places = new ArrayList<>(OUTSIDE);
        String link = new NewCompany(system, Samples.word() + "@example.com")
                .receive()
                .link();
        places.add(link.substring(system.url().length()));
        return places;
    }

    private List<String> operators() {
        return List.of("/operator/tenants", "/operator/announcements", "/operator/tenant?id=" + company.id());
    }

    /** That the comparison above sees a form that is taken, and what comes of it. */
    @Test
    void aFormWithItsOwnSecretIsSeenToBeTakenAndToChangeSomething() {
        Visit victim = system.logIn(company.email());
        PostForm form =
                PostForm.all(
                                "/app/admin/teams?new=true",
                                victim.get("/app/admin/teams?new=true").expect(200))
                        .stream()
                        .filter(one -> one.id().equals("team-form"))
                        .findFirst()
                        .orElseThrow();
        long before = changes();
        Map<String, String> filled = form.withSecret(form.secret());
        filled.put("name", "Team " + Samples.word());
        filled.keySet().removeIf(name -> name.equals("cancel"));
        Answer answer = send(victim, form, filled);
        assertThat(isTaken(answer, "as it is")).as(answer.toString()).isTrue();
        assertThat(changes()).isGreaterThan(before);
    }

    @Test
    void noAddressTakesAnythingFromAPageOfAnotherSite(Figures figures) {
        Visit victim = system.logIn(company.email());
        Set<String> addresses = new LinkedHashSet<>(site.addresses());
        addresses.addAll(Site.around(new Visit(system.url()), OUTSIDE).addresses());
        addresses.addAll(List.of("/signin", "/tenant", "/operator/support", "/operator/tenants"));
        long before = changes();
        for (String address : addresses) {
            for (Map<String, String> headers : FROM_ELSEWHERE) {
                Answer answer = victim.send("POST", address, headers, Map.of("x", "y"));
                if (answer.status() != 403) {
                    faults.add("POST " + address + " " + headers + ": " + brief(answer));
                }
            }
        }
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            Answer answer = victim.send(method, "/app/accounts", FROM_ELSEWHERE.get(0), Map.of());
            if (answer.status() / 100 != 4) {
                faults.add(method + ": " + brief(answer));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(changes()).isEqualTo(before);
        assertThat(victim.send("POST", "/app/accounts", own(), Map.of("x", "y")).status())
                .as("the same from a page of the product")
                .isEqualTo(200);
        figures.put("addresses", addresses.size());
        figures.add("attempts", (long) addresses.size() * FROM_ELSEWHERE.size());
        System.out.println("addresses: " + addresses.size());
    }

    /** The language is switched and a session is ended by GET: a link of another site does neither. */
    @Test
    void aLinkOfAnotherSiteSwitchesNothing() {
        Visit victim = system.logIn(company.email());
        Map<String, String> elsewhere = Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors");
        for (String address : List.of("/language?to=zh-CN", "/signup/language?to=zh-CN")) {
            Answer answer = victim.send("GET", address, elsewhere, Map.of());
            assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(victim.get("/app").expect(200).text()).contains("lang=\"en\"");
        victim.send("GET", "/logout", elsewhere, Map.of()).expect(403);
        victim.get("/app").expect(200);
        assertThat(victim.send("GET", "/language?to=zh-CN", own(), Map.of())
                        .response()
                        .headers()
                        .allValues("Set-Cookie"))
                .isNotEmpty();
    }

    private Map<String, String> own() {
        return Map.of("Sec-Fetch-Site", "same-origin", "Origin", system.url());
    }

    /** One of everything, so that every kind of page has something to show. */
    private void fill() {
        Api owner = company.owner();
        Ids ids = Ids.make(system.database(), owner, owner, owner, Samples.word());
        AuditCoverageIT.identityProvider(system, owner, Samples.word()).stream()
                .limit(3)
                .forEach(probe -> probe.send(owner, ids));
        archived =
                owner.post("accounts", Map.of("name", "Archived")).expect(201).id();
        owner.post("accounts/" + archived + "/archive", "").expect(200);
        owner.post(
                        "documents",
                        Map.of(
                                "name",
                                "D",
                                "relatedObject",
                                "accounts",
                                "relatedId",
                                ids.byName().get("account")))
                .expect(201);
    }

    /** What no page leads to by itself: a form for each object is opened by scripts, a record by its id. */
    private List<String> places() {
        List<String> places = new ArrayList<>(List.of(
                "/app", "/app/accounts?archived=true", "/app/accounts?deleted=true", "/app/accounts/" + archived));
        Api owner = company.owner();
        for (ApiObject object :
                ApiObject.all(owner.get("openapi.json").expect(200).json())) {
            objects.add(object.path());
            places.add("/app/" + object.path());
            places.add("/app/" + object.path() + "/new");
            owner.get(object.path() + "?limit=3&sort=-createdAt")
                    .expect(200)
                    .json()
                    .path("items")
                    .findValuesAsText("id")
                    .forEach(id -> {
                        places.add("/app/" + object.path() + "/" + id);
                        places.add("/app/" + object.path() + "/" + id + "/edit");
                    });
        }
        return places;
    }

    /** One form of each kind of page: pages of records are of one kind, and so is what stands on every page. */
    private Map<String, PostForm> forms(Site around) {
        Map<String, PostForm> forms = new TreeMap<>();
        around.pages()
                .forEach((address, page) -> PostForm.all(address, page).stream()
                        .filter(PostForm::isSecret)
                        .forEach(form -> forms.putIfAbsent(
                                form.id() + (form.id().equals("toast") ? "" : " " + kind(address)), form)));
        return forms;
    }

    private String kind(String address) {
        String path = Site.kind(address).replaceFirst("\\?.*", "");
        String object = path.replaceFirst("^/app/([^/]+).*", "$1");
        return objects.contains(object) ? path.replaceFirst(object, "{object}") : path;
    }

    private static PostForm fresh(Visit visit, PostForm form) {
        return PostForm.all(form.page(), visit.get(form.page()).expect(200)).stream()
                .filter(one -> one.id().equals(form.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form " + form.id() + " at " + form.page()));
    }

    private static String secretOf(Visit stranger) {
        return PostForm.all(
                        "/app/admin/company", stranger.get("/app/admin/company").expect(200))
                .get(0)
                .secret();
    }

    private static Answer send(Visit visit, PostForm form, Map<String, String> members) {
        return visit.send("POST", form.action(), Map.of(), members);
    }

    /** Without its secret a form is a visit to its page, with a wrong one it has expired; nothing leads on to a result. */
    private static boolean isTaken(Answer answer, String how) {
        return how.equals(BARE) ? answer.status() != 200 && answer.status() / 100 != 4 : answer.status() / 100 != 4;
    }

    private static String brief(Answer answer) {
        return answer.status() + " to " + answer.request() + " " + answer.header("Location");
    }

    /** Forms of the program that fewer pages showed than have one. */
    private Map<String, Integer> unseen(Collection<PostForm> seen) throws IOException {
        Map<String, Integer> unseen = new TreeMap<>(Facelets.forms());
        Map<String, Set<String>> pages = new TreeMap<>();
        seen.forEach(
                form -> pages.computeIfAbsent(form.id(), id -> new TreeSet<>()).add(kind(form.page())));
        unseen.entrySet()
                .removeIf(form -> pages.getOrDefault(form.getKey(), Set.of()).size() >= form.getValue());
        return unseen;
    }

    /** What was done to either company by pages, as the trail and the histories tell it. */
    private long changes() {
        String of = " WHERE tenant_id IN (?, ?) AND UPPER(channel) = 'PAGE'";
        return system.database()
                        .number(
                                "SELECT COUNT(*) FROM audit_entry" + of
                                        + " AND UPPER(area) NOT IN ('SESSIONS', 'ACCESS')",
                                company.id(),
                                other.id())
                + system.database().number("SELECT COUNT(*) FROM record_change" + of, company.id(), other.id());
    }
}
