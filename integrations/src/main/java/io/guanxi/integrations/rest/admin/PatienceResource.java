package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.kernel.cleansing.Patience;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** After how many months without anything records are proposed for the archive. */
@Path("/v1/admin/cleansing/months")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PatienceResource {

    private static final String MONTHS = "months";

    @Inject
    private Patience patience;

    @Inject
    private ObjectRegistry objects;

    @GET
    public Response read() {
        return Answer.ok(written()).toResponse().build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response keep(InputStream in) {
        patience.keep(wanted(RequestBody.read(in, RequestBody.SINGLE_LIMIT).object()));
        return Answer.ok(written()).toResponse().build();
    }

    private Map<String, Object> written() {
        Map<String, Object> months = new LinkedHashMap<>();
        patience.months()
                .forEach((object, number) -> months.put(objects.require(object).path(), number));
        return Map.of(MONTHS, months);
    }

    private Map<String, Integer> wanted(Map<String, Object> given) {
        new Members(given, Set.of(MONTHS)).throwIfAny();
        if (!(given.get(MONTHS) instanceof Map<?, ?> byPath)) {
            throw new InvalidRecord(FieldError.of("/" + MONTHS, "type.object"));
        }
        List<FieldError> errors = new ArrayList<>();
        Map<String, Integer> wanted = new LinkedHashMap<>();
        byPath.forEach((path, number) -> {
            if (number instanceof Number months && months.doubleValue() == months.intValue()) {
                String name = (String) path;
                wanted.put(objects.findByPath(name).map(ObjectDescriptor::name).orElse(name), months.intValue());
            } else {
                errors.add(FieldError.of("/" + MONTHS + "/" + path, "type.integer"));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        return wanted;
    }
}
