package io.guanxi.kernel.access;

import java.util.Locale;

/** A right that is about no single object. */
public enum Feature {
    /** People, roles, teams, security, partner programs, the company's settings and its modules. */
    ADMINISTER,
    /** Objects, fields, layouts, rules, classes, stages and tags by rule. */
    CUSTOMISE,
    /** Duplicates, cleansing and how complete records have to be. */
    CARE_FOR_DATA,
    /** What others did: their jobs, and the record of all changes. */
    AUDIT,
    /** Many records at once. */
    EDIT_IN_BULK,
    /** Making one record of several. */
    MERGE,
    /** Views and mappings for everybody. */
    SHARE_VIEWS,
    /** Giving others access to single records. */
    SHARE_RECORDS;

    /** Whether it is of no use but to change something; the others let people look as well. */
    public boolean changes() {
        return switch (this) {
            case EDIT_IN_BULK, MERGE, SHARE_VIEWS, SHARE_RECORDS -> true;
            default -> false;
        };
    }

    /** Its name in lower case, as rights are written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
