package io.guanxi.tenantadmin.management;

import io.guanxi.kernel.database.DatabaseFailure;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.tenantadmin.provisioning.NewTenant;
import io.guanxi.tenantadmin.provisioning.Provisioning;
import io.guanxi.tenantadmin.provisioning.TenantProvisioning;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code POST /management/tenants}: makes a tenant and invites its owner. Answers 201 with the finished tenant, 202
 * when Keycloak has still to catch up, and problem+json otherwise.
 */
@WebServlet(name = "management-tenants", urlPatterns = "/management/tenants")
public class TenantsEndpoint extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(TenantsEndpoint.class.getName());

    private static final int LARGEST_BODY = 16 * 1024;

    @Inject
    private transient ManagementGate gate;

    @Inject
    private transient TenantProvisioning provisioning;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (gate.admits("POST", request, response)) {
            create(request, response);
        }
    }

    private void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(provisioning.create(NewTenant.checked(entered(request))), response);
        } catch (JsonException | ClassCastException unreadable) {
            new ProblemAnswer(HttpServletResponse.SC_BAD_REQUEST, "malformed-json").send(response);
        } catch (InvalidRecord invalid) {
            new ProblemAnswer(422, invalid).send(response);
        } catch (DuplicateValue taken) {
            new ProblemAnswer(HttpServletResponse.SC_CONFLICT, taken).send(response);
        } catch (DomainException refused) {
            new ProblemAnswer(HttpServletResponse.SC_BAD_GATEWAY, refused).send(response);
        } catch (DatabaseFailure | EJBException unavailable) {
            LOG.log(Level.SEVERE, "a tenant could not be made", unavailable);
            new ProblemAnswer(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable").send(response);
        }
    }

    private static NewTenant.Entered entered(HttpServletRequest request) throws IOException {
        JsonObject body;
        try (InputStream input = request.getInputStream()) {
            byte[] bytes = input.readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                throw new JsonException("too large");
            }
            body = Json.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))
                    .readObject();
        }
        return new NewTenant.Entered(
                text(body, "name"),
                text(body, "slug"),
                text(body, "ownerEmail"),
                text(body, "locale"),
                text(body, "zone"),
                text(body, "country"),
                text(body, "currency"));
    }

    private static String text(JsonObject body, String member) {
        JsonValue value = body.get(member);
        return value == null || value == JsonValue.NULL ? null : ((JsonString) value).getString();
    }

    private static void answer(Provisioning made, HttpServletResponse response) throws IOException {
        response.setStatus(made.isComplete() ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_ACCEPTED);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter()
                .print(Json.createObjectBuilder()
                        .add("id", made.tenantId())
                        .add("slug", made.slug())
                        .add("name", made.name())
                        .add("ownerEmail", made.ownerEmail())
                        .add("complete", made.isComplete())
                        .build());
    }
}
