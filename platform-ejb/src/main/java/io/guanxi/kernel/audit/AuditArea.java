package io.guanxi.kernel.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an entry of the trail is about, for those who look for one kind of thing. */
public enum AuditArea {
    OBJECTS,
    FIELDS,
    RULES,
    LAYOUTS,
    VIEWS,
    MAPPINGS,
    WEIGHTS,
    CLEANSING,
    DUPLICATES,
    JOBS,
    SEARCH,
    PEOPLE,
    ROLES,
    PARTNERS,
    MODULES,
    TENANT,
    SECURITY,
    SUPPORT,
    SESSIONS,
    ACCESS,
    AUDIT;

    /** Name in REST and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The area of a name in REST. */
    public static Optional<AuditArea> of(String word) {
        return Arrays.stream(values()).filter(area -> area.word().equals(word)).findFirst();
    }
}
