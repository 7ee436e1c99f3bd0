package io.guanxi.kernel.announcement;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.id.RecordId;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is announced. Platform data: written on the operators' pages, never by a tenant's own people. */
@Stateless
public class Announcements {

    private static final int LONGEST = 500;
    private static final int MOST = 100;
    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";

    @Inject
    private SqlGateway sql;

    @Inject
    private Event<AnnouncementsChanged> changes;

    /** Those that are not over, the latest first. */
    public List<Announcement> current() {
        return sql.queryPlatform(
                "SELECT id, tenant_id, tone, text_en, text_zh, begins_at, ends_at, made_by FROM announcement"
                        + " WHERE ends_at > ? ORDER BY begins_at DESC, id DESC LIMIT " + MOST,
                Announcements::read,
                LocalDateTime.now(ZoneOffset.UTC));
    }

    /**
     * Announces something.
     *
     * @param said its id is of no account
     * @throws InvalidRecord when a text is missing or too long, or it ends before it begins or in the past; with pointers
     *     {@code /textEn}, {@code /textZh} and {@code /until}
     */
    public void announce(Announcement said) {
        List<FieldError> errors = new ArrayList<>();
        String english = text("/textEn", said.texts().get(ENGLISH), errors);
        String chinese = text("/textZh", said.texts().get(CHINESE), errors);
        if (!said.endsAt().isAfter(said.beginsAt()) || !said.endsAt().isAfter(Instant.now())) {
            errors.add(FieldError.of("/until", "announcement.end"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        sql.updatePlatform(
                "INSERT INTO announcement (id, tenant_id, tone, text_en, text_zh, begins_at, ends_at, made_by, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                RecordId.next(),
                said.tenantId(),
                said.tone().name(),
                english,
                chinese,
                utc(said.beginsAt()),
                utc(said.endsAt()),
                said.madeBy(),
                LocalDateTime.now(ZoneOffset.UTC));
        changes.fire(new AnnouncementsChanged());
    }

    private static String text(String pointer, String text, List<FieldError> errors) {
        String plain = text == null ? "" : text.strip();
        if (plain.isEmpty()) {
            errors.add(FieldError.of(pointer, "required"));
        } else if (plain.length() > LONGEST) {
            errors.add(FieldError.of(pointer, "text.tooLong", LONGEST));
        }
        return plain;
    }

    /** It is over now. */
    public void withdraw(long id) {
        sql.updatePlatform(
                "UPDATE announcement SET ends_at = ? WHERE id = ? AND ends_at > ?",
                LocalDateTime.now(ZoneOffset.UTC),
                id,
                LocalDateTime.now(ZoneOffset.UTC));
        changes.fire(new AnnouncementsChanged());
    }

    private static Announcement read(ResultSet row) throws SQLException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(ENGLISH, row.getString(4));
        texts.put(CHINESE, row.getString(5));
        return new Announcement(
                row.getLong(1),
                row.getInt(2),
                Announcement.Tone.valueOf(row.getString(3)),
                texts,
                row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(8));
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
