package io.guanxi.tenantadmin.signup;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.tenantadmin.link.LinkToken;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The wishes to sign up, and the links that were sent for them. Each call is a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignUps {

    /** How long a link is good. */
    static final Duration VALID = Duration.ofHours(24);

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_ATTEMPTS = 10;

    @Inject
    private SqlGateway sql;

    /** Remembers the wish. Its link is made when the mail is. */
    public long add(String email, Locale locale) {
        long id = RecordId.next();
        sql.updatePlatform(
                "INSERT INTO sign_up (id, email, locale, attempts, created_at) VALUES (?, ?, ?, ?, ?)",
                id,
                email,
                locale.toLanguageTag(),
                0,
                now());
        return id;
    }

    /** Takes one whose mail is not out, to send it; empty when it is out, or somebody else is just sending it. */
    public Optional<SignUp> take(long id) {
        Timestamp now = now();
        int taken = sql.updatePlatform(
                "UPDATE sign_up SET attempted_at = ?, attempts = attempts + 1 WHERE id = ? AND mailed_at IS NULL"
                        + " AND (attempted_at IS NULL OR attempted_at < ?)",
                now,
                id,
                Timestamp.from(now.toInstant().minus(PAUSE)));
        return taken == 1 ? read("id = ?", id) : Optional.empty();
    }

    /** A link to it that is good from now on; an earlier one is not any longer. */
    public LinkToken link(long id) {
        LinkToken token = LinkToken.random();
        sql.updatePlatform(
                "UPDATE sign_up SET digest = ?, expires_at = ? WHERE id = ?",
                token.digest(),
                Timestamp.from(Instant.now().plus(VALID)),
                id);
        return token;
    }

    /** The mail is out. */
    public void mailed(long id) {
        sql.updatePlatform("UPDATE sign_up SET mailed_at = ? WHERE id = ?", now(), id);
    }

    /** The one that a link leads to; empty when the link was never given out or has expired. */
    public Optional<SignUp> find(String token) {
        return token == null
                ? Optional.empty()
                : read("digest = ? AND expires_at > ?", new LinkToken(token).digest(), now());
    }

    /** Those whose mail should be out and is not: the server did not take it, or a node died with it. */
    public List<Long> unsent() {
        Timestamp before = Timestamp.from(Instant.now().minus(PAUSE));
        return sql.queryPlatform(
                "SELECT id FROM sign_up WHERE mailed_at IS NULL AND created_at < ? AND attempts < ?"
                        + " ORDER BY created_at LIMIT 50",
                row -> row.getLong(1),
                before,
                MOST_ATTEMPTS);
    }

    /** Forgets those of long ago: an address that did not become a customer's is nobody's business. */
    public void forgetOld() {
        sql.updatePlatform(
                "DELETE FROM sign_up WHERE created_at < ?",
                Timestamp.from(Instant.now().minus(KEPT)));
    }

    private Optional<SignUp> read(String condition, Object... values) {
        return sql
                .queryPlatform("SELECT id, email, locale FROM sign_up WHERE " + condition, SignUps::signUp, values)
                .stream()
                .findFirst();
    }

    private static SignUp signUp(ResultSet row) throws SQLException {
        return new SignUp(row.getLong(1), row.getString(2), Locale.forLanguageTag(row.getString(3)));
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }
}
