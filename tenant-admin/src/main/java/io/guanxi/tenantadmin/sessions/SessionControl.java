package io.guanxi.tenantadmin.sessions;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.session.Ending;
import io.guanxi.kernel.session.PersonSession;
import io.guanxi.kernel.session.PersonSessions;
import io.guanxi.tenantadmin.identity.KeycloakLogIns;
import io.guanxi.tenantadmin.identity.ProvisioningFailed;
import io.guanxi.tenantadmin.people.TenantPeople;
import io.guanxi.tenantadmin.people.TenantPerson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;

/**
 * Ends sessions here and at Keycloak. Here comes first and counts alone: while Keycloak does not answer, what has ended stays
 * so, and a session that is left there brings nobody back without a new log-in.
 *
 * <p>An admin ends what is theirs: whoever works for another company as well keeps the session at Keycloak for that one.
 */
@ApplicationScoped
public class SessionControl {

    private static final Logger LOG = System.getLogger(SessionControl.class.getName());

    private PersonSessions sessions;
    private TenantPeople people;
    private KeycloakLogIns keycloak;

    protected SessionControl() {}

    @Inject
    public SessionControl(PersonSessions sessions, TenantPeople people, KeycloakLogIns keycloak) {
        this.sessions = sessions;
        this.people = people;
        this.keycloak = keycloak;
    }

    /**
     * Ends one of the caller's own.
     *
     * @throws RecordNotFound when the caller has no such session
     */
    public void endOwn(String id) {
        endAtKeycloak(Set.of(sessions.endOwn(id)));
    }

    /** Ends all of the caller's own but the one by which the call comes. */
    public void endOwnOthers() {
        endAtKeycloak(sessions.endOwnOthers());
    }

    /**
     * The sessions of a person. Needs an admin.
     *
     * @throws RecordNotFound when the tenant has no such person
     */
    public List<PersonSession> of(String person) {
        return sessions.of(number(people.require(person)));
    }

    /**
     * Ends one of a person. Needs an admin.
     *
     * @throws RecordNotFound when the tenant has no such person, or the person no such session
     * @throws AccessDenied   when an admin touches an owner's
     */
    public void end(String person, String id) {
        TenantPerson of = people.requireChangeable(person);
        endElsewhere(of, Set.of(sessions.end(number(of), of.name(), id)));
    }

    /**
     * Ends all of a person but the one by which the call comes. Needs an admin.
     *
     * @throws RecordNotFound when the tenant has no such person
     * @throws AccessDenied   when an admin touches an owner's
     */
    public void endAll(String person) {
        endAll(person, Ending.ENDED);
    }

    void endAll(String person, Ending why) {
        TenantPerson of = people.requireChangeable(person);
        endElsewhere(of, sessions.endAll(number(of), of.name(), why));
    }

    private void endElsewhere(TenantPerson of, Set<String> ended) {
        int tenant = CallContext.require().tenantId();
        try {
            if (!ended.isEmpty() && !keycloak.belongsElsewhere(tenant, of.email())) {
                endAtKeycloak(ended);
            }
        } catch (ProvisioningFailed away) {
            LOG.log(Level.WARNING, "Sessions that have ended here may go on at Keycloak", away);
        }
    }

    private void endAtKeycloak(Set<String> ended) {
        try {
            ended.forEach(keycloak::endSession);
        } catch (ProvisioningFailed away) {
            LOG.log(Level.WARNING, "Sessions that have ended here may go on at Keycloak", away);
        }
    }

    private static long number(TenantPerson person) {
        return RecordId.parse(person.id()).orElseThrow();
    }
}
