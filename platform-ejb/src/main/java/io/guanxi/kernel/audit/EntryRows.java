package io.guanxi.kernel.audit;

import io.guanxi.kernel.audit.Member.Source;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entries of the caller's tenant as they stand in the database now, with the digest of everything they say. */
@ApplicationScoped
public class EntryRows {

    /** In this order they are digested, for ever: another one breaks every seal there is. The times come first. */
    private static final Map<Source, String> COLUMNS = Map.of(
            Source.RECORD_CHANGE,
            "id, made_at, touched_at, object, record_id, action, made_by, made_by_name, made_by_kind, trace_id, changes,"
                    + " job_id, touched_by, channel, address, acting",
            Source.AUDIT_ENTRY,
            "id, made_at, NULL, area, action, subject, title, made_by, made_by_name, made_by_kind, acting, channel,"
                    + " address, agent, job_id, trace_id, changes");

    private static final int FIRST_TIME = 2;
    private static final int LAST_TIME = 3;

    /** Ids asked for in one statement. */
    private static final int PORTION = 500;

    @Inject
    private SqlGateway sql;

    /** Entries with ids above one and up to another, the first ones of each table in their order. */
    List<Member> between(long above, long upTo, int mostOfEach) {
        List<Member> rows = new ArrayList<>();
        for (Source source : Source.values()) {
            rows.addAll(sql.query(
                    select(source) + " AND id > ? AND id <= ? ORDER BY id LIMIT " + mostOfEach,
                    row -> member(source, row),
                    above,
                    upTo));
        }
        rows.sort(Member.ORDER);
        return rows;
    }

    /** Entries by their ids; those that are gone are absent. */
    Map<Member.Key, Member> of(Collection<Member.Key> keys) {
        Map<Member.Key, Member> found = new LinkedHashMap<>();
        for (Source source : Source.values()) {
            List<Long> ids = keys.stream()
                    .filter(key -> key.source() == source)
                    .map(Member.Key::id)
                    .toList();
            for (int i = 0; i < ids.size(); i += PORTION) {
                List<Long> some = ids.subList(i, Math.min(ids.size(), i + PORTION));
                String marks = String.join(", ", Collections.nCopies(some.size(), "?"));
                sql.query(select(source) + " AND id IN (" + marks + ")", row -> member(source, row), some.toArray())
                        .forEach(member -> found.put(member.key(), member));
            }
        }
        return found;
    }

    /** Which entries there are in a range. */
    List<Member.Key> keys(long above, long upTo) {
        List<Member.Key> keys = new ArrayList<>();
        for (Source source : Source.values()) {
            keys.addAll(sql.query(
                    "SELECT id FROM " + source.table() + " WHERE tenant_id = ? AND id > ? AND id <= ?",
                    row -> new Member.Key(row.getLong(1), source),
                    above,
                    upTo));
        }
        return keys;
    }

    /** How many entries there are in a range. */
    long count(long above, long upTo) {
        long count = 0;
        for (Source source : Source.values()) {
            count += sql.query(
                            "SELECT COUNT(*) FROM " + source.table() + " WHERE tenant_id = ? AND id > ? AND id <= ?",
                            row -> row.getLong(1),
                            above,
                            upTo)
                    .get(0);
        }
        return count;
    }

    /** Whether there is anything above an id. */
    boolean isAnyAbove(long id) {
        for (Source source : Source.values()) {
            if (!sql.query(
                            "SELECT id FROM " + source.table() + " WHERE tenant_id = ? AND id > ? LIMIT 1",
                            row -> row.getLong(1),
                            id)
                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Takes entries away. */
    void delete(Collection<Member.Key> keys) {
        for (Source source : Source.values()) {
            sql.batch(
                    "DELETE FROM " + source.table() + " WHERE tenant_id = ? AND id = ?",
                    keys.stream()
                            .filter(key -> key.source() == source)
                            .map(key -> new Object[] {key.id()})
                            .toList());
        }
    }

    private static String select(Source source) {
        return "SELECT " + COLUMNS.get(source) + " FROM " + source.table() + " WHERE tenant_id = ?";
    }

    private static Member member(Source source, ResultSet row) throws SQLException {
        MessageDigest digest = Sha256.begin();
        int columns = row.getMetaData().getColumnCount();
        for (int i = 1; i <= columns; i++) {
            boolean isTime = i >= FIRST_TIME && i <= LAST_TIME;
            add(digest, isTime ? time(row.getObject(i, LocalDateTime.class)) : row.getString(i));
        }
        return new Member(row.getLong(1), source, digest.digest());
    }

    private static String time(LocalDateTime time) {
        return time == null ? null : time.toString();
    }

    /** Each value behind its length, so that no two rows have one form. */
    private static void add(MessageDigest digest, String value) {
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }
}
