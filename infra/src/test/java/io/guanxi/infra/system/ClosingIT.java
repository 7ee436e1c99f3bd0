package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Mailbox;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Visit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An owner closes the company, and takes that back. */
@SystemTest
class ClosingIT {

    private final RunningSystem system;
    private final Company company;
    private final Api owner;

    ClosingIT(RunningSystem system) {
        this.system = system;
        company = Newcomers.company(system, "business");
        owner = company.owner();
    }

    @Test
    void anOwnerAloneClosesTheCompanyAndOnlyByItsName() {
        owner.post("admin/closing", Map.of("name", "Another", "reason", "Done")).expectProblem(422, "invalid-record");
        owner.post("admin/closing", Map.of("name", company.name(), "reason", " "))
                .expectProblem(422, "invalid-record");
        Api admin = Newcomers.member(system, company, "admin@" + company.slug() + ".example", "ADMIN");
        admin.get("admin/closing").expect(200);
        admin.post("admin/closing", Map.of("name", company.name(), "reason", "Done"))
                .expectProblem(403, "access-denied");
        admin.delete("admin/closing").expectProblem(403, "access-denied");
        owner.delete("admin/closing").expectProblem(404, "not-found");
        assertThat(owner.get("admin/closing").expect(200).json().path("closed").asBoolean())
                .isFalse();
    }

    @Test
    void aClosedCompanyIsReadByItsOwnersAloneAndComesBackAsItWas() {
        String account = owner.post("accounts", Map.of("name", Samples.word()))
                .expect(201)
                .id();
        Api admin = Newcomers.member(system, company, "admin@" + company.slug() + ".example", "ADMIN");
        admin.get("accounts").expect(200);
        Visit visit = system.logIn(company.email());
        close();

        admin.get("accounts").expectProblem(403, "access-denied");
        owner.get("accounts/" + account).expect(200);
        owner.patch("accounts/" + account, Map.of("name", "Other")).expectProblem(403, "tenant-read-only");
        owner.post("admin/closing", Map.of("name", company.name(), "reason", "Again"))
                .expectProblem(403, "tenant-read-only");
        owner.post("admin/tenant-export", "").expect(202);
        assertThat(visit.get("/app").expect(200).text()).contains("bar-standing", "This company is closed");
        JsonNode closing = owner.get("admin/closing").expect(200).json();
        assertThat(Instant.parse(closing.path("eraseAt").asText()))
                .isBetween(
                        Instant.now().plus(29, ChronoUnit.DAYS), Instant.now().plus(31, ChronoUnit.DAYS));

        owner.delete("admin/closing").expect(204);
        owner.patch("accounts/" + account, Map.of("name", "Other")).expect(200);
        admin.get("accounts").expect(200);
        assertThat(system.database().number("SELECT COUNT(*) FROM tenant_closing WHERE tenant_id = ?", company.id()))
                .isZero();
        assertThat(owner.get("admin/audit?kind=tenant").expect(200).text()).contains("CLOSED", "closing");
    }

    @Test
    void theOwnerIsMailedAtOnceAndBeforeTheEndInTheirLanguage() {
        system.database().change("UPDATE member SET locale = 'zh-CN' WHERE tenant_id = ? AND id = 1", company.id());
        close();
        Mailbox mailbox = new Mailbox(system, company.email());
        Mailbox.Mail first = mailbox.await(1).get(0);
        assertThat(first.subject()).isEqualTo(company.name() + " 已注销");
        assertThat(first.link()).endsWith("/app/admin/closing");
        system.database()
                .change(
                        "UPDATE tenant_closing SET erase_at = UTC_TIMESTAMP() + INTERVAL 5 DAY WHERE tenant_id = ?",
                        company.id());
        assertThat(mailbox.await(2).get(1).subject()).isEqualTo(company.name() + " 即将删除");
        owner.delete("admin/closing").expect(204);
    }

    private void close() {
        owner.post("admin/closing", Map.of("name", company.name(), "reason", "Moved to another product"))
                .expect(201);
    }
}
