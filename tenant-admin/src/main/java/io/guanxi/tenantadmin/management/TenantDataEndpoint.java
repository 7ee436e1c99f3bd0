package io.guanxi.tenantadmin.management;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.database.DatabaseFailure;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.portability.LoadedPeople;
import io.guanxi.kernel.portability.TenantExport;
import io.guanxi.kernel.portability.TenantRestore;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.tenantadmin.identity.ProvisioningFailed;
import io.guanxi.tenantadmin.people.Invitations;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * All data of one tenant, whose {@code slug} is given: {@code POST /management/tenant/backup} answers with the file, {@code
 * restore} puts that of the same tenant back, and {@code import} fills an empty tenant and invites whoever has no log-in there.
 */
@WebServlet(name = "management-tenant-data", urlPatterns = "/management/tenant/*")
public class TenantDataEndpoint extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(TenantDataEndpoint.class.getName());

    @Inject
    private transient ManagementGate gate;

    @Inject
    private transient Tenants tenants;

    @Inject
    private transient TenantExport exports;

    @Inject
    private transient TenantRestore restores;

    @Inject
    private transient Invitations invitations;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!gate.admits("POST", request, response)) {
            return;
        }
        String slug = request.getParameter("slug");
        Optional<Tenant> tenant = slug == null ? Optional.empty() : tenants.findBySlug(slug);
        if (tenant.isEmpty()) {
            new ProblemAnswer(HttpServletResponse.SC_NOT_FOUND, "not-found").send(response);
            return;
        }
        String trace = UUID.randomUUID().toString().replace("-", "");
        try (CallContext.Scope scope =
                CallContext.enter(Caller.system(tenant.get().id(), trace))) {
            answer(tenant.get(), request, response);
        }
    }

    private void answer(Tenant tenant, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (String.valueOf(request.getPathInfo())) {
                case "/backup" -> {
                    response.setContentType("application/zip");
                    exports.write(response.getOutputStream());
                }
                case "/restore" -> load(tenant, false, request, response);
                case "/import" -> load(tenant, true, request, response);
                default -> new ProblemAnswer(HttpServletResponse.SC_NOT_FOUND, "not-found").send(response);
            }
        } catch (DomainException refused) {
            new ProblemAnswer(422, refused).send(response);
        } catch (DatabaseFailure | EJBException unavailable) {
            LOG.log(Level.SEVERE, "the data of a tenant could not be moved", unavailable);
            new ProblemAnswer(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable").send(response);
        }
    }

    private void load(Tenant tenant, boolean foreign, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Path file = Files.createTempFile("guanxi-tenant", ".zip");
        try {
            try (InputStream body = request.getInputStream()) {
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            }
            String name = String.valueOf(request.getParameter("file"));
            TenantRestore.Outcome outcome = foreign ? restores.take(file, name) : restores.restore(file, name);
            int invited = foreign ? invite(tenant, outcome) : 0;
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter()
                    .print(Json.createObjectBuilder()
                            .add("rows", outcome.rows())
                            .add("files", outcome.contents())
                            .add("strangers", outcome.strangers().size())
                            .add("invited", invited)
                            .build());
        } finally {
            Files.delete(file);
        }
    }

    /** Who could not be invited is on the list of people, where an admin sends the invitation again. */
    private int invite(Tenant tenant, TenantRestore.Outcome outcome) {
        int invited = 0;
        for (LoadedPeople.Stranger one : outcome.strangers()) {
            try {
                invitations.send(tenant.id(), one.email(), one.name(), tenant.locale());
                invited++;
            } catch (ProvisioningFailed failed) {
                LOG.log(Level.WARNING, "somebody could not be invited", failed);
            }
        }
        return invited;
    }
}
