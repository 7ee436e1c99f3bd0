package io.guanxi.kernel.people;

/**
 * A role as admins see it.
 *
 * @param definition what the tenant says about it, or what every tenant begins with
 * @param members    how many people have it
 */
public record RoleView(RoleDefinition definition, long members) {

    /** Whether the tenant has changed what it began with. */
    public boolean isChanged() {
        return definition.version() > 0;
    }
}
