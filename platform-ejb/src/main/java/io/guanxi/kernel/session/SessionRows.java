package io.guanxi.kernel.session;

import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The table of sessions, in plain SQL: it is asked at nearly each request. */
final class SessionRows {

    private static final String COLUMNS =
            "id, member_id, sid, channel, began_at, used_at, address, agent, ended_at, ended_why";

    private final SqlGateway sql;

    SessionRows(SqlGateway sql) {
        this.sql = sql;
    }

    /** A row as it is stored. */
    record Row(
            long id,
            long member,
            String sid,
            CallOrigin.Channel channel,
            Instant beganAt,
            Instant usedAt,
            Optional<String> address,
            Optional<String> agent,
            Optional<Instant> endedAt,
            Optional<Ending> ending) {

        private static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    CallOrigin.Channel.valueOf(row.getString(4)),
                    instant(row.getObject(5, LocalDateTime.class)),
                    instant(row.getObject(6, LocalDateTime.class)),
                    Optional.ofNullable(row.getString(7)),
                    Optional.ofNullable(row.getString(8)),
                    Optional.ofNullable(row.getObject(9, LocalDateTime.class)).map(SessionRows::instant),
                    Optional.ofNullable(row.getString(10)).map(Ending::valueOf));
        }
    }

    Optional<Row> find(long member, String sid, CallOrigin.Channel channel) {
        return sql
                .query(
                        "SELECT " + COLUMNS + " FROM person_session WHERE tenant_id = ? AND member_id = ? AND sid = ?"
                                + " AND channel = ?",
                        Row::read,
                        member,
                        sid,
                        channel.name())
                .stream()
                .findFirst();
    }

    Optional<Row> find(long id) {
        return sql
                .query("SELECT " + COLUMNS + " FROM person_session WHERE tenant_id = ? AND id = ?", Row::read, id)
                .stream()
                .findFirst();
    }

    /** Those that stand and were used since, the latest first. */
    List<Row> standing(long member, Instant since) {
        return sql.query(
                "SELECT " + COLUMNS + " FROM person_session WHERE tenant_id = ? AND member_id = ? AND used_at > ?"
                        + " AND ended_at IS NULL ORDER BY used_at DESC, id DESC",
                Row::read,
                member,
                utc(since));
    }

    /** All that stand, however long ago they were used. */
    List<Row> standing(long member) {
        return standing(member, Instant.EPOCH);
    }

    /** Two requests may begin the same one at once: there is one row in the end. */
    void begin(long member, LogInMoment logIn, CallOrigin from, Instant now) {
        sql.update(
                "INSERT INTO person_session (tenant_id, id, member_id, sid, channel, began_at, used_at, address, agent)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE used_at = used_at",
                RecordId.next(),
                member,
                logIn.session(),
                from.channel().name(),
                utc(logIn.at()),
                utc(now),
                from.address(),
                from.agent());
    }

    void used(long id, CallOrigin from, Instant now) {
        sql.change(
                "UPDATE person_session SET used_at = ?, address = ?, agent = ? WHERE id = ? AND tenant_id = ?",
                utc(now),
                from.address(),
                from.agent(),
                id);
    }

    /** A session that begins again with a new log-in, whether it had ended or not. */
    void revive(long id, LogInMoment logIn, CallOrigin from, Instant now) {
        sql.change(
                "UPDATE person_session SET ended_at = NULL, ended_why = NULL, began_at = ? WHERE id = ? AND tenant_id = ?",
                utc(logIn.at()),
                id);
        used(id, from, now);
    }

    /** Ends a session of Keycloak in all its channels. */
    void end(long member, String sid, Ending why, Instant now) {
        sql.change(
                "UPDATE person_session SET ended_at = ?, ended_why = ? WHERE member_id = ? AND sid = ?"
                        + " AND ended_at IS NULL AND tenant_id = ?",
                utc(now),
                why.name(),
                member,
                sid);
    }

    void forget(long member, Instant before) {
        sql.update(
                "DELETE FROM person_session WHERE tenant_id = ? AND member_id = ? AND used_at < ?",
                member,
                utc(before));
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
