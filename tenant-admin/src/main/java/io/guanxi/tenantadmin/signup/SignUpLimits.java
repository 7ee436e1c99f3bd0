package io.guanxi.tenantadmin.signup;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.digest.Sha256;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * How often somebody may ask to sign up: counted by the hour and in the database, so that all nodes count together. What
 * is counted is known by its digest, and forgotten after a day.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignUpLimits {

    /** Of one address of the network, behind which there may be a whole company. */
    public static final int OF_ADDRESS = 40;

    /** Mails to one mail address. */
    public static final int OF_MAIL = 3;

    private static final int HOUR_SECONDS = 3600;
    private static final int KEPT_HOURS = 24;
    private static final int NETWORK_BYTES = 8;

    @Inject
    private SqlGateway sql;

    /** Counts an attempt from there; false when there were too many in this hour. */
    public boolean allowsAddress(String address) {
        return count("address " + network(address)) <= OF_ADDRESS;
    }

    /** Counts a mail to there; false when there were too many in this hour. */
    public boolean allowsMail(String email) {
        return count("mail " + email) <= OF_MAIL;
    }

    /** Seconds until the counting begins anew. */
    public static long secondsLeft(Instant now) {
        return HOUR_SECONDS - now.getEpochSecond() % HOUR_SECONDS;
    }

    /** Forgets what is of no account any longer. */
    public void forgetOld() {
        sql.updatePlatform("DELETE FROM sign_up_attempt WHERE hour_no < ?", hour() - KEPT_HOURS);
    }

    private int count(String subject) {
        String digest = Sha256.hex(subject);
        long hour = hour();
        sql.updatePlatform(
                "INSERT INTO sign_up_attempt (subject, hour_no, attempts) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE attempts = attempts + 1",
                digest,
                hour,
                1);
        return sql.queryPlatform(
                        "SELECT attempts FROM sign_up_attempt WHERE subject = ? AND hour_no = ?",
                        row -> row.getInt(1),
                        digest,
                        hour)
                .get(0);
    }

    /** Of an address of version 6 the network alone: its owner has more of them than one can count. */
    static String network(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException strange) {
            return address;
        }
    }

    private static long hour() {
        return Instant.now().getEpochSecond() / HOUR_SECONDS;
    }
}
