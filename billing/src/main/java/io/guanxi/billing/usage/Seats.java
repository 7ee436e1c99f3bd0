package io.guanxi.billing.usage;

import io.guanxi.kernel.people.Member;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** How many people of the caller's tenant are invited or active: hundreds at most, so that they are counted. */
@Stateless
@TenantBound
public class Seats {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    public long taken() {
        return entities.createQuery("SELECT COUNT(m) FROM Member m WHERE m.status <> :gone", Long.class)
                .setParameter("gone", Member.Status.DEACTIVATED)
                .getSingleResult();
    }
}
