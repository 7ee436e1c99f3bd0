package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.session.PersonSession;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sessions of people as JSON. */
public final class SessionJson {

    private SessionJson() {}

    /** All of them: nobody has so many that they would come page by page. */
    public static Response list(List<PersonSession> sessions) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("items", sessions.stream().map(SessionJson::written).toList());
        members.put("nextCursor", null);
        return Answer.ok(members).toResponse().build();
    }

    private static Map<String, Object> written(PersonSession session) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", session.id());
        members.put("channel", session.channel() == CallOrigin.Channel.API ? "api" : "browser");
        members.put("browser", session.device().browser());
        members.put("system", session.device().system());
        members.put("agent", session.agent().orElse(null));
        members.put("address", session.address().orElse(null));
        members.put("since", session.beganAt());
        members.put("lastUsedAt", session.usedAt());
        members.put("current", session.current());
        return members;
    }
}
