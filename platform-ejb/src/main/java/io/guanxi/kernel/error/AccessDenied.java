package io.guanxi.kernel.error;

import java.util.Map;

/** The caller may not do that; the message says what they would need. */
public class AccessDenied extends DomainException {

    /** A program lacks a grant such as {@code accounts:write}. */
    public AccessDenied(String grant) {
        this("access.denied", grant);
    }

    AccessDenied(String code, Object... args) {
        super(code, args);
    }

    /**
     * A person's role does not let them do that with records of an object.
     *
     * @param operation word for what they wanted, such as {@code export}
     * @param object    what records of the object are called inside a sentence, by language tag
     */
    public static AccessDenied ofRole(String operation, Map<String, String> object) {
        return new AccessDenied("access.role." + operation, object);
    }

    /**
     * The caller does not have a right that is about no single object.
     *
     * @param feature its word, such as {@code administer}
     */
    public static AccessDenied ofFeature(String feature) {
        return new AccessDenied("access.feature." + feature);
    }

    /** That is the company's own matter, and somebody who is let in as support has no part in it. */
    public static AccessDenied ofSupport() {
        return new AccessDenied("access.support", new Object[0]);
    }

    /** Owners of the company alone may do that. */
    public static AccessDenied ofOwners() {
        return new AccessDenied("access.owners", new Object[0]);
    }
}
