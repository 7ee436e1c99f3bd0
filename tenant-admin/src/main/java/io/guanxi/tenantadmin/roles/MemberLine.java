package io.guanxi.tenantadmin.roles;

/** A person who may be in a team, as a form shows it. */
public class MemberLine {

    private final String id;
    private final String name;
    private boolean in;

    MemberLine(String id, String name, boolean in) {
        this.id = id;
        this.name = name;
        this.in = in;
    }

    public String getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public boolean isIn() {
        return in;
    }

    public void setIn(boolean in) {
        this.in = in;
    }
}
