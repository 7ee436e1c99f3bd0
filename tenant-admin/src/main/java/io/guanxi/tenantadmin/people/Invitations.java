package io.guanxi.tenantadmin.people;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.tenantadmin.identity.KeycloakAdmin;
import io.guanxi.tenantadmin.identity.Person;
import io.guanxi.tenantadmin.identity.ProvisioningFailed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks somebody in: first the tenant's list, then Keycloak, then the mail. Holds no transaction while Keycloak works;
 * what breaks off in between is finished by sending the invitation again.
 */
@ApplicationScoped
public class Invitations {

    private TenantPeople people;
    private Tenants tenants;
    private KeycloakAdmin keycloak;

    protected Invitations() {}

    @Inject
    public Invitations(TenantPeople people, Tenants tenants, KeycloakAdmin keycloak) {
        this.people = people;
        this.tenants = tenants;
        this.keycloak = keycloak;
    }

    /**
     * For the tenant's owners and admins; rules and failures are those of {@link TenantPeople#add}.
     *
     * @throws InvitationNotSent when the person is on the list but was not mailed
     */
    public TenantPerson invite(String email, String name, Role role) {
        TenantPerson person = people.add(email, name, role);
        send(person);
        return person;
    }

    /**
     * Sends the invitation of somebody who has not come in yet once more.
     *
     * @throws InvitationNotSent when it could not be mailed
     */
    public void sendAgain(String id) {
        send(people.requireInvited(id));
    }

    private void send(TenantPerson person) {
        int tenant = CallContext.require().tenantId();
        try {
            send(tenant, person.email(), person.name(), language(tenant));
        } catch (ProvisioningFailed failed) {
            throw new InvitationNotSent(failed);
        }
    }

    /**
     * Makes or finds the log-in, adds it to the tenant's organization and mails the link.
     *
     * @throws ProvisioningFailed when Keycloak does not do it
     */
    public void send(int tenant, String email, String name, Locale language) {
        GivenAndFamily names = GivenAndFamily.of(name);
        Person person = keycloak.createPerson(email, names.given(), names.family(), language);
        keycloak.addMember(tenant, person.subject());
        keycloak.invite(person.subject());
    }

    /**
     * Lets in somebody who has proved the mail address: who has a log-in keeps it as it is; anybody else gets one with the
     * password, or, without one that Keycloak takes, a mail with a link under which they choose it.
     *
     * @return whether that mail was sent
     * @throws ProvisioningFailed when Keycloak does not do it
     */
    public boolean welcome(int tenant, String email, String name, Locale language, Optional<String> password) {
        GivenAndFamily names = GivenAndFamily.of(name);
        Person person = keycloak.createPerson(email, names.given(), names.family(), language);
        keycloak.addMember(tenant, person.subject());
        keycloak.confirmEmail(person.subject());
        boolean comesIn = keycloak.hasWayIn(person.subject())
                || password.isPresent() && keycloak.choosePassword(person.subject(), password.get());
        if (!comesIn) {
            keycloak.invite(person.subject());
        }
        return !comesIn;
    }

    private Locale language(int tenant) {
        return tenants.find(tenant).map(Tenant::locale).orElse(Locale.ENGLISH);
    }
}
