package io.guanxi.kernel.layout;

import io.guanxi.kernel.access.Role;

/**
 * Which records and people a layout is for.
 *
 * @param recordType value of the field that gives records their type; empty for all that have no layout of their own
 * @param role       name of a {@link Role}; empty for all that have no layout of their own
 */
public record LayoutKey(String recordType, String role) {

    /** The layout of everything that has no other. */
    public static final LayoutKey STANDARD = new LayoutKey("", "");

    static LayoutKey of(String recordType, Role role) {
        return new LayoutKey(recordType == null ? "" : recordType, role == null ? "" : role.name());
    }

    public boolean isStandard() {
        return equals(STANDARD);
    }
}
