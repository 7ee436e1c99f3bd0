package io.guanxi.kernel.tag;

import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tags look like and what they are called, for pages. Whoever sees a record sees its tags: it asks no permission. */
@Stateless
@TenantBound
public class TagNames {

    /** More tags than anybody tells apart by colour; the others are grey. */
    private static final int MOST = 1_000;

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    /** Colours by name of the tags that have one. */
    public Map<String, String> colours() {
        Map<String, String> colours = new HashMap<>();
        entities.createQuery(
                        "SELECT t.name, t.colour FROM Tag t WHERE t.colour IS NOT NULL AND t.deletedAt IS NULL",
                        Object[].class)
                .setMaxResults(MOST)
                .getResultList()
                .forEach(row -> colours.put((String) row[0], (String) row[1]));
        return colours;
    }

    /**
     * Names of tags in their order.
     *
     * @param begin what they begin with, without regard to case and accents; empty for any
     */
    public List<String> beginning(String begin, int limit) {
        return entities.createQuery(
                        "SELECT t.name FROM Tag t WHERE t.name LIKE :begin ESCAPE '!' AND t.deletedAt IS NULL"
                                + " ORDER BY t.sortKey, t.id",
                        String.class)
                .setParameter(
                        "begin",
                        begin.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
                .setMaxResults(limit)
                .getResultList();
    }
}
