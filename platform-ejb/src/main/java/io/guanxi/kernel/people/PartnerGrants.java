package io.guanxi.kernel.people;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.custom.ObjectErased;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the programs of partners may do with which objects. Needs {@link Feature#ADMINISTER}. */
@Stateless
@TenantBound
public class PartnerGrants {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private AuditTrail trail;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private Event<PeopleChanged> changes;

    /** The programs of the tenant's partners by name. */
    public List<PartnerClient> clients() {
        access.require(Feature.ADMINISTER);
        return all();
    }

    private List<PartnerClient> all() {
        return entities.createQuery("SELECT c FROM PartnerClient c ORDER BY c.name, c.id", PartnerClient.class)
                .getResultList();
    }

    /**
     * What the program may do from now on; it acts at once on this node and after some seconds on others.
     *
     * @param version of the program when it was read
     * @param grants  such as {@code accounts:read}
     * @throws RecordNotFound when the tenant has no such program, or no object that a grant is about
     * @throws StaleRecord    when it was changed meanwhile
     */
    public void change(long id, long version, Set<String> grants) {
        access.require(Feature.ADMINISTER);
        if (!known().containsAll(grants)) {
            throw new RecordNotFound();
        }
        PartnerClient client = entities.createQuery(
                        "SELECT c FROM PartnerClient c WHERE c.id = :id", PartnerClient.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(RecordNotFound::new);
        if (client.version() != version) {
            throw new StaleRecord(client.version());
        }
        Map<String, Object> before = told(client);
        client.grant(grants);
        trail.changed(AuditArea.PARTNERS, RecordId.format(client.id()), client.name(), before, told(client));
        changes.fire(new PeopleChanged(CallContext.require().tenantId()));
    }

    private static Map<String, Object> told(PartnerClient client) {
        return Map.of("grants", new TreeSet<>(client.grants()));
    }

    private Set<String> known() {
        return objects.all().stream().flatMap(ObjectDescriptor::grants).collect(Collectors.toSet());
    }

    /** Grants go with their object, so that the next one of its name is open to nobody. */
    public void forget(@Observes ObjectErased erased) {
        for (PartnerClient client : all()) {
            Set<String> kept = new TreeSet<>(client.grants());
            if (kept.removeIf(grant -> grant.startsWith(erased.path() + ":"))) {
                Map<String, Object> before = told(client);
                client.grant(kept);
                trail.changed(AuditArea.PARTNERS, RecordId.format(client.id()), client.name(), before, told(client));
            }
        }
    }
}
