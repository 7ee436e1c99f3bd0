package io.guanxi.kernel.people;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.query.Choice;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people of the caller's tenant, for everybody in it: who they are, not what they may do. */
@Stateless
@TenantBound
public class People {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    public boolean isMember(long id) {
        return !entities.createQuery("SELECT m.id FROM Member m WHERE m.id = :id", Long.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    /** Names of people and clients by id; unknown ids are absent. Those who show records ask {@link PeopleNames}. */
    public Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        if (ids.isEmpty()) {
            return names;
        }
        read("SELECT m.id, m.name FROM Member m WHERE m.id IN :ids", ids, names);
        if (names.size() < ids.size()) {
            read("SELECT c.id, c.name FROM PartnerClient c WHERE c.id IN :ids", ids, names);
        }
        return names;
    }

    private void read(String jpql, Collection<Long> ids, Map<Long, String> names) {
        entities.createQuery(jpql, Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> names.put((Long) row[0], (String) row[1]));
    }

    /** People whose name or mail begins with the text, by name. */
    public List<Choice> choices(String text, int limit) {
        String prefix = escaped(text) + "%";
        return entities
                .createQuery(
                        "SELECT m.id, m.name FROM Member m WHERE (m.name LIKE :prefix ESCAPE '!' OR m.email LIKE :prefix"
                                + " ESCAPE '!') AND m.status <> :gone ORDER BY m.name, m.id",
                        Object[].class)
                .setParameter("prefix", prefix)
                .setParameter("gone", Member.Status.DEACTIVATED)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new Choice(RecordId.format((Long) row[0]), (String) row[1]))
                .toList();
    }

    private static String escaped(String text) {
        return text == null
                ? ""
                : text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
