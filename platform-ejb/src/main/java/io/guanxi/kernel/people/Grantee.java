package io.guanxi.kernel.people;

import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.id.RecordId;
import java.util.Optional;

/**
 * Whom records are shared with, or whose records are: a person, everybody in a team or everybody in a role.
 *
 * @param kind which of these
 * @param name outer id of the person or team, or name of the role
 */
public record Grantee(Kind kind, String name) {

    public enum Kind {
        MEMBER('m'),
        TEAM('t'),
        ROLE('r');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }
    }

    public static Grantee member(long id) {
        return new Grantee(Kind.MEMBER, RecordId.format(id));
    }

    public static Grantee team(long id) {
        return new Grantee(Kind.TEAM, RecordId.format(id));
    }

    public static Grantee role(Role role) {
        return new Grantee(Kind.ROLE, role.name());
    }

    /** As it is stored, such as {@code m:0H3KZ5Q8R4T2V}. */
    public String key() {
        return kind.sign + ":" + name;
    }

    /** Of {@link #key()}; empty when the text is none. */
    public static Optional<Grantee> of(String key) {
        if (key == null || key.length() < 3 || key.charAt(1) != ':') {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (kind.sign == key.charAt(0)) {
                Grantee grantee = new Grantee(kind, key.substring(2));
                return kind == Kind.ROLE || grantee.id() != 0 ? Optional.of(grantee) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Inner id of the person or team; 0 for roles, and when the name is no id. */
    public long id() {
        return kind == Kind.ROLE ? 0 : RecordId.parse(name).orElse(0);
    }
}
