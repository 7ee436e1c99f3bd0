package io.guanxi.integrations.rest.problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One problem, worded for its reader.
 *
 * @param detail  what happened this time, in the reader's language
 * @param errors  what is wrong with which member of the input; empty when the problem is not about members
 * @param more    further members by name, such as records in the way; empty for most
 * @param headers sent with the answer when the problem is all of it
 * @param about   last part of the type, such as the name of a module; empty for most
 */
public record Problem(
        ProblemType type,
        Locale locale,
        String detail,
        List<MemberError> errors,
        Map<String, Object> more,
        Map<String, String> headers,
        String about) {

    Problem(
            ProblemType type,
            Locale locale,
            String detail,
            List<MemberError> errors,
            Map<String, Object> more,
            Map<String, String> headers) {
        this(type, locale, detail, errors, more, headers, "");
    }

    /**
     * @param pointer RFC 6901 pointer into the input
     * @param code    stable name of the rule
     * @param message the rule in the reader's language
     */
    public record MemberError(String pointer, String code, String message) {
        Map<String, Object> json() {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("pointer", pointer);
            members.put("code", code);
            members.put("message", message);
            return members;
        }
    }

    /** The members that tell the problem, without those that tell the request. */
    public Map<String, Object> json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", about.isEmpty() ? type.uri() : type.uri() + "/" + about);
        members.put("title", ProblemTexts.title(type, locale));
        members.put("status", type.status());
        members.put("detail", detail);
        if (!errors.isEmpty()) {
            members.put("errors", errors.stream().map(MemberError::json).toList());
        }
        members.putAll(more);
        return members;
    }

    /** The whole body of an answer. */
    public Map<String, Object> json(String instance, String traceId) {
        Map<String, Object> members = json();
        members.put("instance", instance);
        members.put("traceId", traceId);
        return members;
    }
}
