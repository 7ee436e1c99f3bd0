package io.guanxi.tenantadmin.provisioning;

/** A password on its way to Keycloak; it is stored nowhere. */
public record Password(String text) {

    /** Nothing of the secret, wherever it is printed. */
    @Override
    public String toString() {
        return "Password";
    }
}
