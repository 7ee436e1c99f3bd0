package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.NewCompany;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Tokens;
import io.guanxi.infra.system.support.Visit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A company says what it is called, how its pages look and when it works. */
@SystemTest
class CompanyIT {

    private static final String COMPANY = "admin/company";

    private final RunningSystem system;
    private final String word = Samples.word();

    CompanyIT(RunningSystem system) {
        this.system = system;
        system.database().change("DELETE FROM sign_up_attempt");
    }

    @Test
    void aChangeIsSeenWithTheNextPage() throws IOException {
        NewCompany company = newCompany();
        Api owner = system.person(company.email());
        Visit visit = new Visit(system.url());
        Answer form = visit.follow("/app");
        visit.follow(visit.logIn(form, company.email(), Tokens.DEMO_PASSWORD)).expect(200);
        ObjectNode wanted = read(owner);
        wanted.put("name", "New name " + word);
        wanted.put("accent", "#7A1FA2");
        wanted.put("zone", "Asia/Tokyo");
        assertThat(owner.put(COMPANY, wanted).expect(200).json().path("accent").asText())
                .isEqualTo("#7a1fa2");
        assertThat(visit.get("/app").expect(200).text())
                .contains("<h1>New name " + word + "</h1>", "--gx-brand:#7a1fa2;--gx-brand-dark:#");

        owner.request("PUT", COMPANY + "/logo")
                .body("image/png", picture())
                .send()
                .expect(200);
        String digest = read(owner).path("logo").asText();
        assertThat(visit.get("/app").text()).contains("/app/logo?v=" + digest);
        Answer logo = visit.get("/app/logo?v=" + digest).expect(200);
        assertThat(logo.header("Content-Type")).startsWith("image/png");
        assertThat(logo.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(logo.header("Content-Security-Policy")).contains("sandbox");
        owner.delete(COMPANY + "/logo").expect(204);
        assertThat(visit.get("/app").text()).doesNotContain("/app/logo");
        visit.get("/app/logo").expect(404);
    }

    @Test
    void whatIsWrongIsRefused() {
        Api owner = system.person(newCompany().email());
        ObjectNode wanted = read(owner);
        wanted.put("accent", "#ffee00");
        wanted.withObject("/week").withObject("/monday").put("from", "19:00");
        assertThat(owner.put(COMPANY, wanted).expect(422).errors())
                .containsExactlyInAnyOrder("/accent colour.pale", "/week/monday hours.invalid");
        assertThat(owner.request("PUT", COMPANY + "/logo")
                        .body("image/png", "<svg xmlns='http://www.w3.org/2000/svg'/>")
                        .send()
                        .expect(422)
                        .errors())
                .containsExactly("/logo logo.invalid");
    }

    @Test
    void ofTwoWhoChangeItAtOnceOneIsTold() {
        Api owner = system.person(newCompany().email());
        ObjectNode wanted = read(owner);
        owner.put(COMPANY, wanted).expect(200);
        assertThat(owner.put(COMPANY, wanted).status()).isIn(409, 412);
    }

    @Test
    void onlyAdminsChangeTheCompany() {
        Api sales = system.person("sales@acme.example");
        sales.get(COMPANY).expect(403);
        sales.put(COMPANY, read(system.person("owner@acme.example"))).expect(403);
        sales.delete(COMPANY + "/logo").expect(403);
        sales.put(COMPANY + "/days/2031-05-05", Map.of("name", "Day off")).expect(403);
    }

    @Test
    void holidaysComeWithTheCountryAndTheCompanyEntersItsOwn() {
        Api owner = system.person(newCompany().email());
        assertThat(days(owner)).contains("2026-11-26 thanksgiving false").doesNotContain("2026-12-24");
        owner.put(COMPANY + "/days/2026-12-24", Map.of("name", "Half the world is off"))
                .expect(204);
        owner.put(COMPANY + "/days/2026-11-26", Map.of("name", "We work", "works", true))
                .expect(204);
        assertThat(days(owner)).contains("2026-12-24 Half the world is off false", "2026-11-26 We work true");
        owner.delete(COMPANY + "/days/2026-11-26").expect(204);
        assertThat(days(owner)).contains("2026-11-26 thanksgiving false");
        owner.get(COMPANY + "/days?year=soon").expect(400);
        owner.put(COMPANY + "/days/2026-02-31", Map.of("name", "No day")).expect(404);
    }

    private static String days(Api owner) {
        StringBuilder days = new StringBuilder();
        owner.get(COMPANY + "/days?year=2026")
                .expect(200)
                .json()
                .path("items")
                .forEach(day -> days.append(day.path("date").asText())
                        .append(' ')
                        .append(day.path("name").asText())
                        .append(' ')
                        .append(day.path("works").asText())
                        .append('\n'));
        return days.toString();
    }

    private NewCompany newCompany() {
        return new NewCompany(system, word + "@newcomer.example")
                .receive()
                .complete(Map.of("slug", word, "country", "US", "currency", "USD", "zone", "America/New_York"));
    }

    private static ObjectNode read(Api owner) {
        return (ObjectNode) owner.get(COMPANY).expect(200).json();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(120, 24, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
