package io.guanxi.kernel.access;

import java.util.List;

/**
 * What a person is in a tenant. What the person may do there is said by the {@link Rights} of the role.
 *
 * @param name one of those that every tenant has, such as {@code SALES_REP}, or the outer id of one that the tenant made
 */
public record Role(String name) {

    /** May do everything, and alone makes others owners. */
    public static final Role OWNER = new Role("OWNER");

    /** May do everything but make owners. */
    public static final Role ADMIN = new Role("ADMIN");

    /** Works with all records, and shapes nothing. */
    public static final Role MEMBER = new Role("MEMBER");

    /** Works with the records of the people below, and sees those. */
    public static final Role SALES_MANAGER = new Role("SALES_MANAGER");

    /** Works with own records, and sees those of the team. */
    public static final Role SALES_REP = new Role("SALES_REP");

    /** Sees all customers, imports and exports them, deletes none. */
    public static final Role MARKETING = new Role("MARKETING");

    /** Sees all customers and keeps their data right. */
    public static final Role SERVICE_AGENT = new Role("SERVICE_AGENT");

    /** The same, and deletes and exports. */
    public static final Role SERVICE_MANAGER = new Role("SERVICE_MANAGER");

    /** Sees and exports everything, changes nothing. */
    public static final Role ANALYST = new Role("ANALYST");

    /** Sees everything, changes and exports nothing. */
    public static final Role READ_ONLY = new Role("READ_ONLY");

    private static final List<Role> SHIPPED = List.of(
            OWNER,
            ADMIN,
            MEMBER,
            SALES_MANAGER,
            SALES_REP,
            MARKETING,
            SERVICE_AGENT,
            SERVICE_MANAGER,
            ANALYST,
            READ_ONLY);

    /** Those that every tenant has, from most to least. */
    public static List<Role> shipped() {
        return SHIPPED;
    }

    /** Whether every tenant has it. */
    public boolean isShipped() {
        return SHIPPED.contains(this);
    }

    /** Whether it may do everything, for good: nobody narrows it. */
    public boolean isUnbounded() {
        return equals(OWNER) || equals(ADMIN);
    }

    /**
     * What it may do until the tenant says otherwise.
     *
     * @throws IllegalArgumentException for a role that a tenant made
     */
    public Rights shippedRights() {
        return ShippedRights.of(this);
    }
}
