package io.guanxi.integrations.rest.admin;

import io.guanxi.billing.ModuleState;
import io.guanxi.billing.ModuleSwitch;
import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.problems.Languages;
import io.guanxi.integrations.rest.records.RecordResource;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.module.ModuleManifest;
import io.guanxi.kernel.module.Modules;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The modules of the product: what each brings, whether the tenant has it, and switching it on and off. */
@Path("/v1/admin/modules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ModuleResource {

    private static final String ON = "on";

    @Inject
    private ModuleSwitch states;

    @Inject
    private Modules modules;

    @Context
    private HttpHeaders headers;

    @GET
    public Response list() {
        List<Map<String, Object>> items =
                states.list().stream().map(this::written).toList();
        return Answer.ok(Map.of("items", items)).toResponse().build();
    }

    @GET
    @Path("/{module}")
    public Response read(@PathParam("module") String module) {
        return Answer.ok(written(states.require(module))).toResponse().build();
    }

    @PATCH
    @Path("/{module}")
    @Consumes({RecordResource.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("module") String module, InputStream in) {
        states.require(module);
        Map<String, Object> given =
                RequestBody.read(in, RequestBody.SINGLE_LIMIT).object();
        Members members = new Members(given, Set.of(ON, "together"));
        boolean on = members.truth(ON, false);
        boolean together = members.truth("together", false);
        members.throwIfAny();
        if (!given.containsKey(ON)) {
            throw new InvalidRecord(FieldError.of("/" + ON, "required"));
        }
        return Answer.ok(written(states.change(module, on, together)))
                .toResponse()
                .build();
    }

    private Map<String, Object> written(ModuleState state) {
        Locale locale = Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        ModuleManifest manifest = modules.require(state.name());
        List<ObjectDescriptor> objects = modules.objects(state.name());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", state.name());
        members.put("label", modules.label(state.name(), locale));
        members.put("description", Labels.text(manifest.bundle(), "module.text", locale));
        members.put("icon", manifest.icon());
        members.put(ON, state.on());
        members.put("entitled", state.entitled());
        members.put("plan", state.plan().orElse(null));
        members.put("needs", List.copyOf(state.needs()));
        members.put("neededBy", List.copyOf(state.neededBy()));
        members.put("objects", objects.stream().map(ObjectDescriptor::path).toList());
        members.put("pages", manifest.pages());
        members.put("routes", manifest.rest());
        members.put("jobs", manifest.jobs());
        members.put(
                "permissions",
                List.copyOf(new TreeSet<>(
                        objects.stream().flatMap(ObjectDescriptor::grants).toList())));
        return members;
    }
}
