package io.guanxi.tenantadmin.management;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.audit.AuditProof;
import io.guanxi.kernel.audit.AuditVerification;
import io.guanxi.kernel.database.DatabaseFailure;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code POST /management/audit/verify}: computes the audit's chain of seals again, of the tenant whose {@code slug} is given
 * or of all, and answers 200 with what came of each.
 */
@WebServlet(name = "management-audit", urlPatterns = "/management/audit/verify")
public class AuditEndpoint extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(AuditEndpoint.class.getName());

    @Inject
    private transient ManagementGate gate;

    @Inject
    private transient Tenants tenants;

    @Inject
    private transient AuditVerification audit;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (gate.admits("POST", request, response)) {
            verify(request.getParameter("slug"), response);
        }
    }

    private void verify(String slug, HttpServletResponse response) throws IOException {
        try {
            List<Tenant> wanted = slug == null
                    ? tenants.list()
                    : tenants.findBySlug(slug).stream().toList();
            if (wanted.isEmpty() && slug != null) {
                new ProblemAnswer(HttpServletResponse.SC_NOT_FOUND, "not-found").send(response);
                return;
            }
            JsonArrayBuilder proofs = Json.createArrayBuilder();
            wanted.forEach(tenant -> proofs.add(json(tenant, verify(tenant))));
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter()
                    .print(Json.createObjectBuilder().add("tenants", proofs).build());
        } catch (DatabaseFailure | EJBException unavailable) {
            LOG.log(Level.SEVERE, "the audit could not be verified", unavailable);
            new ProblemAnswer(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable").send(response);
        }
    }

    private AuditProof verify(Tenant tenant) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        try (CallContext.Scope scope = CallContext.enter(Caller.system(tenant.id(), trace))) {
            return audit.verify();
        }
    }

    private static JsonObjectBuilder json(Tenant tenant, AuditProof proof) {
        JsonObjectBuilder members = Json.createObjectBuilder()
                .add("slug", tenant.slug())
                .add("seals", proof.seals())
                .add("entries", proof.entries())
                .add("hash", proof.hash())
                .add("waiting", proof.waiting());
        proof.broken().ifPresent(broken -> {
            JsonObjectBuilder found = Json.createObjectBuilder()
                    .add("seal", broken.seal())
                    .add("kind", broken.kind().word());
            if (broken.table() != null) {
                found.add("table", broken.table()).add("entry", broken.entry());
            }
            members.add("broken", found);
        });
        return members;
    }
}
