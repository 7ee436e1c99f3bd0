package io.guanxi.customers.around;

import io.guanxi.customers.around.Neighbour.Tie;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.ReachSql;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the people and companies around a record: so many of each kind that a picture stays calm, and how many there are
 * beside them. At most five statements, whatever there is; affiliations that have ended are left out,
 * and so is what is archived.
 */
@Stateless
@TenantBound
public class Surroundings {

    /** Neighbours in one picture. */
    public static final int MOST = 23;

    private static final String ACCOUNT = "account";
    private static final String CONTACT = "contact";
    private static final String AFFILIATION = "affiliation";

    private static final int COMPANIES = 6;
    private static final int PEOPLE = 8;
    private static final int AFFILIATES = 4;
    private static final int BEYOND = 4;

    private static final String DECIDERS_FIRST =
            " ORDER BY CASE WHEN c.role = 'decision_maker' THEN 0 WHEN c.role IS NULL THEN 2 ELSE 1 END, c.name, c.id";

    @Inject
    private RecordService records;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private SqlGateway sql;

    /** What one query finds, and how many it would find without an end. */
    private record Found(Neighbour neighbour, long all) {}

    /**
     * Who and what is around an account. Needs {@code read} on accounts; people and affiliations that the caller may not
     * read are left out.
     *
     * @throws io.guanxi.kernel.error.RecordNotFound when the tenant has no such live account
     */
    public Circle ofAccount(String id) {
        RecordView account = records.require(ACCOUNT, id);
        long me = RecordId.parse(id).orElseThrow();
        Gathering found = new Gathering();
        ReachSql accounts = reach(ACCOUNT, "a");
        pointedTo(account, "parent", Tie.PARENT, found);
        found.add(sql.query(
                "SELECT a.id, a.name, COUNT(*) OVER () FROM account a WHERE a.tenant_id = ? AND a.parent_id = ?"
                        + " AND a.deleted_at IS NULL AND a.archived_at IS NULL" + accounts.and()
                        + " ORDER BY a.name, a.id LIMIT " + (COMPANIES - 1),
                row -> new Found(
                        neighbour(ACCOUNT, row.getLong(1), row.getString(2), Tie.CHILD, null, null, ""),
                        row.getLong(3)),
                accounts.valuesAfter(me)));
        if (mayRead(CONTACT)) {
            people(me, 0, Tie.CONTACT, "", found);
            if (mayRead(AFFILIATION)) {
                affiliates(me, found);
                beyond(me, found);
            }
        }
        return found.circle();
    }

    /**
     * Who and what is around a contact. Needs {@code read} on contacts; what the caller may not read is left out.
     *
     * @throws io.guanxi.kernel.error.RecordNotFound when the tenant has no such live contact
     */
    public Circle ofContact(String id) {
        RecordView contact = records.require(CONTACT, id);
        long me = RecordId.parse(id).orElseThrow();
        Gathering found = new Gathering();
        if (mayRead(ACCOUNT)) {
            pointedTo(contact, ACCOUNT, Tie.EMPLOYER, found);
            if (mayRead(AFFILIATION)) {
                found.add(affiliations(COMPANIES - 1, false, 0, me));
            }
        }
        RecordId.parse(contact.text(ACCOUNT))
                .ifPresent(account -> people(account, me, Tie.COLLEAGUE, found.viaEmployer(), found));
        return found.circle();
    }

    private boolean mayRead(String object) {
        return access.allows(objects.require(object), Operation.READ);
    }

    private static void pointedTo(RecordView record, String field, Tie tie, Gathering found) {
        // What the caller does not see has no name.
        if (record.labels().containsKey(field)) {
            String name = record.labels().get(field);
            found.add(List.of(new Found(new Neighbour(ACCOUNT, record.text(field), name, tie, "", "", ""), 1)));
        }
    }

    private ReachSql reach(String object, String alias) {
        return new ReachSql(access.reach(objects.require(object), Operation.READ), alias);
    }

    private void people(long account, long except, Tie tie, String via, Gathering found) {
        ReachSql contacts = reach(CONTACT, "c");
        found.add(sql.query(
                "SELECT c.id, c.name, c.role, c.job_title, COUNT(*) OVER () FROM contact c WHERE c.tenant_id = ?"
                        + " AND c.account_id = ? AND c.deleted_at IS NULL AND c.archived_at IS NULL AND c.id <> ?"
                        + contacts.and() + DECIDERS_FIRST + " LIMIT "
                        + PEOPLE,
                row -> new Found(
                        neighbour(
                                CONTACT,
                                row.getLong(1),
                                row.getString(2),
                                tie,
                                row.getString(3),
                                row.getString(4),
                                via),
                        row.getLong(5)),
                contacts.valuesAfter(account, except)));
    }

    private void affiliates(long account, Gathering found) {
        ReachSql contacts = reach(CONTACT, "c");
        found.add(sql.query(
                "SELECT c.id, c.name, f.kind, f.title, COUNT(*) OVER () FROM affiliation f JOIN contact c"
                        + " ON c.tenant_id = f.tenant_id AND c.id = f.contact_id WHERE f.tenant_id = ?"
                        + " AND f.account_id = ? AND f.deleted_at IS NULL AND f.archived_at IS NULL"
                        + " AND c.deleted_at IS NULL AND c.archived_at IS NULL"
                        + " AND (f.until IS NULL OR f.until >= ?)" + contacts.and() + " ORDER BY c.name, f.id LIMIT "
                        + AFFILIATES,
                row -> new Found(
                        neighbour(
                                CONTACT,
                                row.getLong(1),
                                row.getString(2),
                                Tie.AFFILIATE,
                                row.getString(3),
                                row.getString(4),
                                ""),
                        row.getLong(5)),
                contacts.valuesAfter(account, today())));
    }

    /** The other companies of the people found; how many there are beside them is of no interest. */
    private void beyond(long account, Gathering found) {
        Long[] people = found.people();
        if (people.length > 0) {
            affiliations(BEYOND, true, account, people)
                    .forEach(one -> found.add(List.of(new Found(one.neighbour(), 1))));
        }
    }

    private List<Found> affiliations(int most, boolean linked, long except, Long... people) {
        ReachSql accounts = reach(ACCOUNT, "a");
        Object[] values = new Object[PEOPLE + AFFILIATES + 2];
        Arrays.fill(values, 0L);
        System.arraycopy(people, 0, values, 0, people.length);
        values[PEOPLE + AFFILIATES] = except;
        values[PEOPLE + AFFILIATES + 1] = today();
        return sql.query(
                "SELECT a.id, a.name, f.kind, f.title, f.contact_id, COUNT(*) OVER () FROM affiliation f JOIN account a"
                        + " ON a.tenant_id = f.tenant_id AND a.id = f.account_id WHERE f.tenant_id = ?"
                        + " AND f.contact_id IN (?" + ", ?".repeat(PEOPLE + AFFILIATES - 1) + ") AND a.id <> ?"
                        + " AND f.deleted_at IS NULL AND f.archived_at IS NULL"
                        + " AND a.deleted_at IS NULL AND a.archived_at IS NULL"
                        + " AND (f.until IS NULL OR f.until >= ?)" + accounts.and() + " ORDER BY a.name, f.id LIMIT "
                        + most,
                row -> new Found(
                        neighbour(
                                ACCOUNT,
                                row.getLong(1),
                                row.getString(2),
                                Tie.AFFILIATION,
                                row.getString(3),
                                row.getString(4),
                                linked ? RecordId.format(row.getLong(5)) : ""),
                        row.getLong(6)),
                accounts.valuesAfter(values));
    }

    private static Neighbour neighbour(
            String object, long id, String name, Tie tie, String kind, String detail, String via) {
        return new Neighbour(
                object, RecordId.format(id), name, tie, kind == null ? "" : kind, detail == null ? "" : detail, via);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** What has been found so far; nobody stands in it twice. */
    private static final class Gathering {

        private final List<Neighbour> neighbours = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private final Map<Tie, Long> more = new EnumMap<>(Tie.class);

        void add(List<Found> found) {
            found.stream()
                    .map(Found::neighbour)
                    .filter(one -> ids.add(one.id()))
                    .forEach(neighbours::add);
            found.stream()
                    .findFirst()
                    .filter(first -> first.all() > found.size())
                    .ifPresent(first -> more.put(first.neighbour().tie(), first.all() - found.size()));
        }

        /** Ids of the people in it. */
        Long[] people() {
            return neighbours.stream()
                    .filter(one -> one.object().equals(CONTACT))
                    .map(one -> RecordId.parse(one.id()).orElseThrow())
                    .toArray(Long[]::new);
        }

        String viaEmployer() {
            return neighbours.stream()
                    .filter(one -> one.tie() == Tie.EMPLOYER)
                    .map(Neighbour::id)
                    .findFirst()
                    .orElse("");
        }

        Circle circle() {
            return new Circle(List.copyOf(neighbours), Map.copyOf(more));
        }
    }
}
