package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Form;
import io.guanxi.infra.system.support.KeycloakAdmin;
import io.guanxi.infra.system.support.Mailbox;
import io.guanxi.infra.system.support.NewCompany;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Tokens;
import io.guanxi.infra.system.support.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company signs itself up. */
@SystemTest
class SignUpIT {

    private static final List<String> STEPS = List.of("REQUESTED", "STORED", "ORGANIZED", "INVITED");

    private final RunningSystem system;
    private final String word = Samples.word();

    SignUpIT(RunningSystem system) {
        this.system = system;
    }

    /** All tests of a run come from one address. */
    @BeforeEach
    void nobodyHasAskedYet() {
        system.database().change("DELETE FROM sign_up_attempt");
    }

    @Test
    void aCompanySignsItselfUpAndItsOwnerWorks() {
        NewCompany company = company(word).receive();
        company.complete(Map.of(
                "name", "Zq GmbH " + word, "slug", word, "country", "DE", "zone", "Europe/Berlin", "currency", "EUR"));

        Answer form = company.visit().follow(company.visit().post("/signin", Map.of("as", company.email())));
        assertThat(form.text()).contains("value=\"" + company.email() + "\"");
        Answer home = company.visit()
                .follow(company.visit().logIn(form, company.email(), Tokens.DEMO_PASSWORD))
                .expect(200);
        assertThat(home.text()).contains("Zq GmbH " + word, "id=\"first-steps\"", "id=\"samples\"");
        Api owner = system.person(company.email());
        assertThat(owner.get("accounts?fields=name,country,tags,owner")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(5)
                .allSatisfy(account -> {
                    assertThat(account.path("country").asText()).isEqualTo("DE");
                    assertThat(account.path("tags").toString()).contains("Sample");
                });
        assertThat(owner.get("orders?fields=total").expect(200).json().path("items"))
                .hasSize(4)
                .allSatisfy(order ->
                        assertThat(order.at("/total/currency").asText()).isEqualTo("EUR"));
        assertThat(system.database().rows("SELECT plan, status FROM subscription WHERE tenant_id = ?", tenant(word)))
                .containsExactly(List.of("business", "TRIAL"));
        assertThat(system.database()
                        .rows(
                                "SELECT a.text_name, a.text_no, a.email, m.role FROM accepted_text a JOIN member m"
                                        + " ON m.tenant_id = a.tenant_id AND m.id = a.member_id"
                                        + " WHERE a.tenant_id = ? ORDER BY a.text_name",
                                tenant(word)))
                .containsExactly(
                        List.of("privacy", "2026-11", company.email(), "OWNER"),
                        List.of("terms", "2026-11", company.email(), "OWNER"));
    }

    @Test
    void nobodyLearnsWhetherAMailAddressIsKnown() {
        NewCompany stranger = company(word);
        NewCompany known = new NewCompany(system, "sales@acme.example");
        Mailbox mails = new Mailbox(system, known.email());
        int before = mails.read().size();

        Answer toStranger = stranger.ask().expect(302);
        Answer toKnown = known.ask().expect(302);

        assertThat(toKnown.header("Location")).isEqualTo(toStranger.header("Location"));
        assertThat(page(known.visit(), toKnown)).isEqualTo(page(stranger.visit(), toStranger));
        assertThat(new Mailbox(system, stranger.email()).await(1).get(0).subject())
                .isEqualTo("Your link to Guanxi");
        Mailbox.Mail mail = mails.await(before + 1).get(before);
        assertThat(mail.subject()).isEqualTo("You already have a log-in for Guanxi");
        assertThat(mail.text()).contains("/signup/company?token=", system.url() + "/app");
        assertThat(mail.html()).contains("<a href=\"" + system.url() + "/signup/company?token=");
    }

    @Test
    void whoHasALogInMakesAnotherCompanyAndKeepsThePassword() {
        NewCompany first = company(word).receive().complete(Map.of("slug", word));
        NewCompany second = new NewCompany(system, first.email()).receive();
        assertThat(second.visit().get(second.link()).expect(200).text()).doesNotContain("type=\"password\"");

        second.complete(Map.of("slug", word + "-2"));

        Visit visit = new Visit(system.url());
        Answer form = visit.follow("/app");
        Answer choice = visit.follow(visit.logIn(form, first.email(), Tokens.DEMO_PASSWORD));
        assertThat(choice.text()).contains("value=\"" + word + "\"", "value=\"" + word + "-2\"");
    }

    @Test
    void aLinkIsGoodOnceAndForADay() {
        NewCompany company = company(word).receive();
        String link = company.link();
        assertThat(company.visit().get(link).expect(200).header("Referrer-Policy"))
                .isEqualTo("same-origin");
        assertThat(company.visit().get(link + "x").expect(410).text()).contains("expired");
        expire(company, -1);
        assertThat(company.visit().get(link).expect(410).text()).contains("Ask for a new one");
        expire(company, 1);
        company.complete(Map.of("slug", word));
        assertThat(company.visit().get(link).expect(410).text()).contains("used already");
        assertThat(system.database()
                        .number(
                                "SELECT COUNT(*) FROM sign_up WHERE email = ? AND digest LIKE ?",
                                company.email(),
                                "%" + link.substring(link.indexOf('=') + 1) + "%"))
                .isZero();
    }

    @Test
    void aShortNameThatIsReservedOrTakenIsRefusedWithAWord() {
        NewCompany company = company(word).receive();
        assertThat(company.fill(Map.of("slug", "operator")).expect(200).text())
                .contains("This short name is used by the product itself.");
        assertThat(company.fill(Map.of("slug", "Not good")).expect(200).text()).contains("Use 3 to 40 small letters");
        assertThat(company.fill(Map.of("slug", "acme", "name", "Acme"))
                        .expect(200)
                        .text())
                .contains("Still free: acme-2");
        assertThat(system.database()
                        .number("SELECT COUNT(*) FROM tenant_provisioning WHERE owner_email = ?", company.email()))
                .isZero();
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        NewCompany company = company(word).receive();
        Map<String, String> filled = Map.of("name", "", "ownerName", "", "password", "short");
        Answer page = company.visit().get(company.link());
        Map<String, String> form = Form.of(page, "company", filled, "create");
        form.remove("accepted");
        String answer = company.visit().post(company.link(), form).expect(200).text();
        assertThat(answer)
                .contains("Choose a longer password", "Please accept the terms")
                .doesNotContain("value=\"short\"");
    }

    @Test
    void brokenOffAtAnyStepAndBegunAgainThereIsOneTenant() throws Exception {
        NewCompany company = company(word).receive().complete(Map.of("slug", word));
        List<String> whole = effects();
        for (String step : STEPS) {
            system.database()
                    .change(
                            "UPDATE tenant_provisioning SET step = ?, leased_until = NULL, attempted_at = NOW() WHERE slug = ?",
                            step,
                            word);
            if (step.equals("INVITED")) {
                // The owner can come in: the timer finishes the rest.
                system.database()
                        .change("UPDATE tenant_provisioning SET attempted_at = '2026-01-01' WHERE slug = ?", word);
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> system.database()
                                .column("SELECT step FROM tenant_provisioning WHERE slug = ?", word)
                                .contains("READY"));
            } else {
                company.complete(Map.of());
            }
            assertThat(effects()).as("broken off after %s", step).isEqualTo(whole);
        }
        assertThat(system.withToken(system.tokens().ofPerson(company.email()))
                        .get("accounts")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(5);
    }

    @Test
    void sentTwiceAtOnceThereIsOneTenant() {
        NewCompany company = company(word).receive();
        Answer page = company.visit().get(company.link()).expect(200);
        List<Answer> answers = List.of(word, word + "-b", word + "-c").parallelStream()
                .map(slug -> company.visit()
                        .post(
                                company.link(),
                                Form.of(
                                        page,
                                        "company",
                                        Map.of(
                                                "name",
                                                word,
                                                "slug",
                                                slug,
                                                "password",
                                                Tokens.DEMO_PASSWORD,
                                                "ownerName",
                                                "Ada",
                                                "accepted",
                                                "on"),
                                        "create")))
                .toList();
        assertThat(answers).extracting(Answer::status).contains(302).allMatch(status -> status < 500);
        await().until(() -> company.visit()
                .get(company.link().replace("/company?", "/progress?"))
                .text()
                .contains("data-progress=\"ready\""));
        assertThat(system.database().number("SELECT COUNT(*) FROM tenant WHERE slug LIKE ?", word + "%"))
                .isEqualTo(1);
    }

    @Test
    void aPasswordIsStoredNowhere() throws IOException {
        String password = "Secret-" + word + "-9";
        company(word).receive().complete(Map.of("slug", word, "password", password));
        assertThat(Files.readString(system.home().log("payara"))).doesNotContain(password);
        for (String table : List.of("sign_up", "tenant_provisioning", "platform_setting", "member")) {
            assertThat(system.database().rows("SELECT * FROM " + table).toString())
                    .doesNotContain(password);
        }
    }

    @Test
    void nobodyIsSentMoreThanThreeMailsAnHour() {
        NewCompany company = company(word);
        for (int i = 0; i < 5; i++) {
            assertThat(page(company.visit(), company.ask().expect(302))).contains("Look into your mailbox");
        }
        Mailbox mailbox = new Mailbox(system, company.email());
        mailbox.await(3);
        assertThat(system.database().number("SELECT COUNT(*) FROM sign_up WHERE email = ?", company.email()))
                .isEqualTo(3);
    }

    @Test
    void whoAsksForManyIsRefusedAndOthersAreNot() throws IOException {
        NewCompany other = company(word);
        Random random = new Random();
        InetAddress flooder = InetAddress.getByAddress(
                new byte[] {127, (byte) (1 + random.nextInt(250)), (byte) random.nextInt(250), 7});
        Answer page = other.visit().get("/signup");
        String refused = "";
        for (int i = 0; i < 45 && refused.isEmpty(); i++) {
            Map<String, String> form =
                    Form.of(page, "signup", Map.of("email", word + "-" + i + "@flood.example"), "send");
            String answer = post(flooder, Visit.form(form), other.visit().cookies());
            refused = answer.startsWith("HTTP/1.1 429") ? answer : "";
        }
        assertThat(refused).contains("Retry-After: ", "Too many people have asked from your network");
        other.ask().expect(302);
    }

    @Test
    void samplesGoAndWhatSomebodyHasMadeTheirsStays() {
        NewCompany company = company(word).receive().complete(Map.of("slug", word));
        Api owner = system.person(company.email());
        Map<String, JsonNode> accounts = new TreeMap<>();
        owner.get("accounts?fields=id,name")
                .json()
                .path("items")
                .forEach(one -> accounts.put(one.path("name").asText(), one));
        String edited = accounts.get("Harbour Coffee Roasters").path("id").asText();
        String used = accounts.get("Meadow Garden Centre").path("id").asText();
        owner.patch("accounts/" + edited, Map.of("rating", "hot")).expect(200);
        owner.post("contacts", Map.of("lastName", word, "account", used)).expect(201);

        Visit visit = new Visit(system.url());
        Answer form = visit.follow("/app");
        Answer home = visit.follow(visit.logIn(form, company.email(), Tokens.DEMO_PASSWORD));
        Answer removed = visit.follow(visit.post("/app", Form.of(home, "samples-form", Map.of(), "remove-samples")));

        assertThat(removed.expect(200).text())
                .contains("2 stay: somebody has changed them")
                .doesNotContain("id=\"samples\"");
        assertThat(owner.get("accounts?fields=name").json().path("items").findValuesAsText("name"))
                .containsExactlyInAnyOrder("Harbour Coffee Roasters", "Meadow Garden Centre");
        assertThat(owner.get("orders").json().path("items")).isEmpty();
        assertThat(owner.get("order-lines").json().path("items")).isEmpty();
        assertThat(owner.get("products").json().path("items")).isEmpty();
        assertThat(owner.get("tags?fields=name").json().path("items").findValuesAsText("name"))
                .contains("Sample");
    }

    /** What there is of the company, everywhere. */
    private List<String> effects() throws Exception {
        String tenant = tenant(word);
        return List.of(
                tenant,
                count("SELECT COUNT(*) FROM tenant WHERE name = (SELECT name FROM tenant WHERE slug = ?)", word),
                count("SELECT COUNT(*) FROM member WHERE tenant_id = ?", tenant),
                count("SELECT COUNT(*) FROM subscription WHERE tenant_id = ?", tenant),
                count("SELECT COUNT(*) FROM accepted_text WHERE tenant_id = ?", tenant),
                count("SELECT COUNT(*) FROM sample_record WHERE tenant_id = ?", tenant),
                count("SELECT COUNT(*) FROM account WHERE tenant_id = ?", tenant),
                Integer.toString(new KeycloakAdmin(system).organizations(tenant)));
    }

    private String count(String sql, String argument) {
        return Long.toString(system.database().number(sql, argument));
    }

    private String tenant(String slug) {
        return system.database()
                .column("SELECT id FROM tenant WHERE slug = ?", slug)
                .get(0);
    }

    private NewCompany company(String name) {
        return new NewCompany(system, name + "@newcomer.example");
    }

    private void expire(NewCompany company, int days) {
        system.database()
                .change(
                        "UPDATE sign_up SET expires_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? DAY) WHERE email = ?",
                        days,
                        company.email());
    }

    private static String page(Visit visit, Answer answer) {
        return visit.follow(answer)
                .expect(200)
                .text()
                .replaceAll("nonce=\"[^\"]*\"|csp\\.init\\('[^']*'\\)", "nonce")
                .replaceAll("\\b[0-9a-f]{32}\\b", "trace");
    }

    /** A form sent from another address of this machine. */
    private String post(InetAddress from, String form, String cookies) throws IOException {
        URI site = URI.create(system.url());
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), site.getPort(), from, 0)) {
            byte[] body = form.getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream()
                    .write(("POST /signup HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\nCookie: " + cookies
                                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + body.length + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            try (InputStream answer = socket.getInputStream()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
