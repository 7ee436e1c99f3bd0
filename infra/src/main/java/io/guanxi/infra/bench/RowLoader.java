package io.guanxi.infra.bench;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.Contacts;
import io.guanxi.infra.text.Text;
import io.guanxi.kernel.duplicate.MatchValues;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.SortKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Fills a tenant with accounts, three contacts each, and what the product keeps beside them. */
final class RowLoader {

    static final int CONTACTS_PER_ACCOUNT = 3;

    private static final int BATCH = 500;
    private static final int TOLD_EVERY = 20;
    private static final long SEED = 20261122;

    private static final ObjectDescriptor ACCOUNT = new Accounts().descriptor();
    private static final ObjectDescriptor CONTACT = new Contacts().descriptor();

    private static final String COMMON = "tenant_id, id, version, created_at, updated_at, sort_key, name, ";

    private final Connection connection;
    private final int tenant;
    private final long member;
    private final Consumer<String> progress;
    private final Random random = new Random(SEED);
    private final Vocabulary words = new Vocabulary(random);
    private final LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    private BatchInsert accounts;
    private BatchInsert contacts;
    private BatchInsert changes;
    private BatchInsert keys;

    /**
     * @param connection for the loader alone
     * @param member     owner of all records
     */
    RowLoader(Connection connection, int tenant, long member, Consumer<String> progress) {
        this.connection = connection;
        this.tenant = tenant;
        this.member = member;
        this.progress = progress;
    }

    /** Adds accounts numbered from one number to below another. */
    void load(int from, int to) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement settings = connection.createStatement()) {
            settings.execute("SET SESSION unique_checks = 0, foreign_key_checks = 0");
        }
        try (BatchInsert accountRows = new BatchInsert(
                        connection,
                        "account",
                        COMMON + "type, status, industry, employees, website, phones, emails, addresses, phone, email,"
                                + " city, country, owner_id");
                BatchInsert contactRows = new BatchInsert(
                        connection,
                        "contact",
                        COMMON
                                + "first_name, last_name, account_id, job_title, phones, emails, phone, email, owner_id");
                BatchInsert changeRows = new BatchInsert(
                        connection,
                        "record_change",
                        "tenant_id, id, object, record_id, action, made_at, made_by, made_by_name, made_by_kind,"
                                + " trace_id, changes");
                BatchInsert keyRows = new BatchInsert(connection, "match_key", "tenant_id, key_hash, record_id")) {
            accounts = accountRows;
            contacts = contactRows;
            changes = changeRows;
            keys = keyRows;
            for (int first = from; first < to; first += BATCH) {
                int end = Math.min(to, first + BATCH);
                for (int number = first; number < end; number++) {
                    account(number);
                }
                flush();
                if ((first - from) / BATCH % TOLD_EVERY == 0 || end == to) {
                    progress.accept(Text.of("bench.loaded", end, end * CONTACTS_PER_ACCOUNT));
                }
            }
        }
    }

    private void account(int number) throws SQLException {
        long id = RecordId.next();
        String name = words.company(number);
        String[] place = words.pick(Vocabulary.CITIES);
        String phone = String.format(Locale.ROOT, "+4940%07d", number);
        String site = "c" + number + ".example";
        String email = "info@" + site;
        accounts.add(
                tenant,
                id,
                1L,
                now,
                now,
                SortKeys.of(name),
                name,
                random.nextInt(3) == 0 ? "customer" : "prospect",
                "active",
                "logistics",
                random.nextInt(5000),
                "https://" + site,
                "[{\"label\":\"work\",\"number\":\"" + phone + "\"}]",
                "[{\"label\":\"work\",\"address\":\"" + email + "\"}]",
                "[{\"label\":\"billing\",\"city\":\"" + place[0] + "\",\"country\":\"" + place[1] + "\"}]",
                phone,
                email,
                place[0],
                place[1],
                member);
        remember(ACCOUNT, id, name);
        match(
                ACCOUNT,
                id,
                Map.of(
                        "name",
                        name,
                        "phones",
                        List.of(Map.of("number", phone)),
                        "emails",
                        List.of(Map.of("address", email)),
                        "website",
                        "https://" + site));
        for (int i = 0; i < CONTACTS_PER_ACCOUNT; i++) {
            contact(id, number, i);
        }
    }

    private void contact(long account, int number, int which) throws SQLException {
        long id = RecordId.next();
        String first = words.given();
        String last = words.family();
        String name = first + " " + last;
        String phone = String.format(Locale.ROOT, "+4941%d%07d", which, number);
        String email = (first + "." + last + which + "@c" + number + ".example").toLowerCase(Locale.ROOT);
        String job = words.pick(Vocabulary.JOBS);
        contacts.add(
                tenant,
                id,
                1L,
                now,
                now,
                SortKeys.of(name),
                name,
                first,
                last,
                account,
                job,
                "[{\"label\":\"work\",\"number\":\"" + phone + "\"}]",
                "[{\"label\":\"work\",\"address\":\"" + email + "\"}]",
                phone,
                email,
                member);
        remember(CONTACT, id, name);
        match(
                CONTACT,
                id,
                Map.of(
                        "name", name,
                        "phones", List.of(Map.of("number", phone)),
                        "emails", List.of(Map.of("address", email))));
    }

    /** The keys by which duplicates are found. */
    private void match(ObjectDescriptor object, long id, Map<String, Object> values) throws SQLException {
        for (long key : MatchValues.of(object, values::get).keys()) {
            keys.add(tenant, key, id);
        }
    }

    /** History of a new record. */
    private void remember(ObjectDescriptor object, long id, String name) throws SQLException {
        changes.add(
                tenant,
                RecordId.next(),
                object.name(),
                id,
                "CREATED",
                now,
                member,
                "Bench",
                "PERSON",
                "0",
                "{\"name\":[null,\"" + name + "\"]}");
    }

    private void flush() throws SQLException {
        accounts.flush();
        contacts.flush();
        changes.flush();
        keys.flush();
        connection.commit();
    }
}
