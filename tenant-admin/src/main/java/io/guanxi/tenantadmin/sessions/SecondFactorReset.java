package io.guanxi.tenantadmin.sessions;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.people.IdentitiesAway;
import io.guanxi.kernel.session.Ending;
import io.guanxi.tenantadmin.identity.KeycloakAdmin;
import io.guanxi.tenantadmin.identity.KeycloakLogIns;
import io.guanxi.tenantadmin.identity.Person;
import io.guanxi.tenantadmin.identity.ProvisioningFailed;
import io.guanxi.tenantadmin.people.TenantPeople;
import io.guanxi.tenantadmin.people.TenantPerson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Takes the second factor of somebody away who has lost it: they set up a new one with the next log-in. */
@ApplicationScoped
public class SecondFactorReset {

    private TenantPeople people;
    private KeycloakAdmin keycloak;
    private KeycloakLogIns logIns;
    private SessionControl sessions;
    private AuditTrail trail;

    protected SecondFactorReset() {}

    @Inject
    public SecondFactorReset(
            TenantPeople people,
            KeycloakAdmin keycloak,
            KeycloakLogIns logIns,
            SessionControl sessions,
            AuditTrail trail) {
        this.logIns = logIns;
        this.people = people;
        this.keycloak = keycloak;
        this.sessions = sessions;
        this.trail = trail;
    }

    /**
     * Resets the second factor of a person and ends their sessions. Needs an admin.
     *
     * @throws RecordNotFound     when the tenant has no such person
     * @throws AccessDenied       when an admin touches an owner's
     * @throws SharedSecondFactor when the person belongs to another company as well
     * @throws IdentitiesAway     when Keycloak does not answer; nothing has changed then
     */
    public void of(String id) {
        TenantPerson person = people.requireChangeable(id);
        int tenant = CallContext.require().tenantId();
        int removed;
        try {
            if (logIns.belongsElsewhere(tenant, person.email())) {
                throw new SharedSecondFactor();
            }
            removed = keycloak.findPerson(person.email())
                    .map(Person::subject)
                    .map(logIns::removeSecondFactors)
                    .orElse(0);
        } catch (ProvisioningFailed away) {
            throw new IdentitiesAway(away);
        }
        trail.done(AuditArea.SECURITY, AuditAction.REMOVED, id, person.name(), Map.of("secondFactors", removed));
        sessions.endAll(id, Ending.RESET);
    }
}
