package io.guanxi.tenantadmin.management;

import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.Labels;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** An error as RFC 9457 has it, in English: operators read it in a terminal. */
final class ProblemAnswer {

    private final int status;
    private final JsonObjectBuilder members;

    /**
     * @param code stable name of what went wrong
     */
    ProblemAnswer(int status, String code) {
        this.status = status;
        this.members = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("status", status)
                .add("code", code);
    }

    ProblemAnswer(int status, DomainException broken) {
        this(status, broken.code());
        members.add("detail", text(broken.code(), broken.args().toArray()));
        if (broken instanceof InvalidRecord invalid) {
            JsonArrayBuilder errors = Json.createArrayBuilder();
            invalid.errors().forEach(error -> errors.add(one(error)));
            members.add("errors", errors);
        }
    }

    private static JsonObjectBuilder one(FieldError error) {
        return Json.createObjectBuilder()
                .add("pointer", error.pointer())
                .add("code", error.code())
                .add("message", text(error.code(), error.args().toArray()));
    }

    private static String text(String code, Object... args) {
        return Labels.error(code, Locale.ENGLISH, args);
    }

    void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json;charset=UTF-8");
        response.getWriter().print(members.build());
    }
}
