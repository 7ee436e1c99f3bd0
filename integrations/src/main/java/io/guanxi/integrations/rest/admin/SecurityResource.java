package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.records.EntityTag;
import io.guanxi.kernel.security.SecondFactor;
import io.guanxi.kernel.security.SecurityInput;
import io.guanxi.kernel.security.SecurityPolicy;
import io.guanxi.kernel.security.SecuritySettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a company asks of those who come in. */
@Path("/v1/admin/security")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SecurityResource {

    private static final String SESSION = "sessionMinutes";
    private static final String IDLE = "idleMinutes";
    private static final String ADDRESSES = "addresses";
    private static final String CONFIRM = "confirmLockOut";
    private static final String FACTOR = "secondFactor";
    private static final String DAYS = "secondFactorDays";
    private static final String FROM = "secondFactorFrom";

    @Inject
    private SecuritySettings settings;

    @GET
    public Response read() {
        return answer(settings.read());
    }

    /** Says all of it anew. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) String match, InputStream in) {
        SecurityPolicy present = settings.read();
        EntityTag.Expectation expected = EntityTag.requireMatch(match);
        Map<String, Object> given =
                RequestBody.read(in, RequestBody.SINGLE_LIMIT).object();
        Members members = new Members(given, Set.of(SESSION, IDLE, ADDRESSES, FACTOR, DAYS, FROM, CONFIRM));
        Integer session = minutes(members, SESSION);
        Integer idle = minutes(members, IDLE);
        List<String> addresses = members.list(ADDRESSES);
        boolean isFactorAsked = members.truth(FACTOR, false);
        int days = members.number(DAYS);
        boolean isMeant = members.truth(CONFIRM, false);
        members.throwIfAny();
        return answer(settings.change(
                expected.of(present.version()),
                new SecurityInput(session, idle, addresses, isFactorAsked ? days : null, isMeant)));
    }

    private static Integer minutes(Members members, String name) {
        int minutes = members.number(name);
        return members.get(name) == null ? null : minutes;
    }

    private static Response answer(SecurityPolicy policy) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(SESSION, policy.length().map(Duration::toMinutes).orElse(null));
        members.put(IDLE, policy.idle().map(Duration::toMinutes).orElse(null));
        members.put(ADDRESSES, policy.addresses().stream().map(Object::toString).toList());
        members.put(FACTOR, policy.factor().isPresent());
        members.put(DAYS, policy.factor().map(SecondFactor::days).orElse(null));
        members.put(FROM, policy.factor().map(SecondFactor::from).orElse(null));
        return Answer.of(200, null, EntityTag.of(policy.version()), members)
                .toResponse()
                .build();
    }
}
