package io.guanxi.integrations.rest.admin;

import io.guanxi.billing.ModuleSwitch;
import io.guanxi.billing.usage.UsageLine;
import io.guanxi.billing.usage.UsageReport;
import io.guanxi.integrations.rest.idempotency.Answer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the tenant uses of what its plan allows. */
@Path("/v1/admin/usage")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsageResource {

    @Inject
    private UsageReport usage;

    @Inject
    private ModuleSwitch modules;

    @GET
    public Response read() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("plan", modules.entitlement().plan());
        members.put("limits", usage.lines().stream().map(UsageResource::written).toList());
        return Answer.ok(members).toResponse().build();
    }

    private static Map<String, Object> written(UsageLine line) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("limit", line.limit());
        members.put("used", line.used());
        members.put("allowed", line.allowed().isPresent() ? line.allowed().getAsLong() : null);
        members.put("percent", line.percent());
        members.put("standing", line.standing().name().toLowerCase(Locale.ROOT));
        return members;
    }
}
