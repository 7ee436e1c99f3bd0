package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.tenantadmin.proof.IsolationProof;
import io.guanxi.tenantadmin.proof.IsolationProofs;
import io.guanxi.tenantadmin.proof.ProofStanding;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the product's tests have shown about the isolation of tenants. */
@Path("/v1/admin/isolation-proof")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class IsolationProofResource {

    @Inject
    private IsolationProofs proofs;

    @GET
    public Response read() {
        ProofStanding standing = proofs.latest();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("state", standing.state().name().toLowerCase(Locale.ROOT));
        members.put("program", standing.subject().name().toLowerCase(Locale.ROOT));
        members.put("startedAt", standing.proof().map(IsolationProof::startedAt).orElse(null));
        members.put(
                "finishedAt", standing.proof().map(IsolationProof::finishedAt).orElse(null));
        members.put("version", standing.proof().map(IsolationProof::version).orElse(null));
        members.put("commit", standing.proof().flatMap(IsolationProof::commit).orElse(null));
        members.put("edited", standing.proof().map(IsolationProof::edited).orElse(null));
        members.put("checksum", standing.checksum().isEmpty() ? null : standing.checksum());
        members.put(
                "parts",
                standing.proof().map(IsolationProof::parts).orElse(List.of()).stream()
                        .map(IsolationProofResource::written)
                        .toList());
        return Answer.ok(members).toResponse().build();
    }

    private static Map<String, Object> written(IsolationProof.Part part) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", part.name());
        members.put("passed", part.passed());
        members.put("tests", part.tests());
        members.put("seconds", part.seconds());
        members.put("figures", part.figures());
        return members;
    }
}
