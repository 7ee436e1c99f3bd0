package io.guanxi.kernel.people;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the product keeps of partners' programs. {@link PartnerClients} has checked permissions. */
@Stateless
@TenantBound
public class PartnerClientRows {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private AuditTrail trail;

    @Inject
    private Event<PeopleChanged> changes;

    public PartnerClient add(String clientId, String name, Set<String> grants) {
        PartnerClient client = new PartnerClient(
                RecordId.next(), clientId, name, grants, Instant.now().truncatedTo(ChronoUnit.MICROS));
        entities.persist(client);
        trail.created(AuditArea.PARTNERS, RecordId.format(client.id()), name, told(client));
        tell();
        return client;
    }

    /**
     * @return the name that came before the one before, which nobody may use any more
     */
    public Optional<String> rotate(String id, String clientId, Instant until) {
        PartnerClient client = locked(id);
        Map<String, Object> before = told(client);
        Optional<String> last = client.previousId();
        client.rotate(clientId, until);
        changed(client, before);
        return last;
    }

    /**
     * @return the name that nobody may use any more
     */
    public Optional<String> endPrevious(String id) {
        PartnerClient client = locked(id);
        Map<String, Object> before = told(client);
        Optional<String> last = client.previousId();
        client.endPrevious();
        changed(client, before);
        return last;
    }

    /** The program may not come in any more, from its next request on. */
    public void revoke(String id) {
        PartnerClient client = locked(id);
        Map<String, Object> before = told(client);
        client.revoke();
        changed(client, before);
    }

    private void changed(PartnerClient client, Map<String, Object> before) {
        trail.changed(AuditArea.PARTNERS, RecordId.format(client.id()), client.name(), before, told(client));
        tell();
    }

    private void tell() {
        changes.fire(new PeopleChanged(CallContext.require().tenantId()));
    }

    static Map<String, Object> told(PartnerClient client) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("clientId", client.clientId());
        members.put("previousId", client.previousId());
        members.put("previousUntil", client.previousUntil());
        members.put("active", client.isActive());
        members.put("grants", new TreeSet<>(client.grants()));
        return members;
    }

    private PartnerClient locked(String id) {
        return entities.createQuery("SELECT c FROM PartnerClient c WHERE c.id = :id", PartnerClient.class)
                .setParameter("id", RecordId.parse(id).orElseThrow(RecordNotFound::new))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(RecordNotFound::new);
    }
}
