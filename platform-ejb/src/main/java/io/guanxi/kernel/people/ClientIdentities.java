package io.guanxi.kernel.people;

/** Where the programs of partners have their names and secrets. One bean of tenant administration answers. */
public interface ClientIdentities {

    /**
     * Makes a name that a program of the tenant's partner may log in by.
     *
     * @param clientId unique among all tenants
     * @param title    what people call the program
     * @return the secret; kept nowhere in the product
     * @throws IdentitiesAway when it cannot be made now
     */
    String create(int tenantId, String clientId, String title);

    /**
     * Takes a name away with its secret; one that is gone already is no fault.
     *
     * @throws IdentitiesAway when it cannot be taken away now
     */
    void remove(int tenantId, String clientId);
}
