package io.guanxi.kernel.closing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * A company that was closed.
 *
 * @param company    its name
 * @param reason     what the owner gave
 * @param ownerName  who closed it, and is written to
 * @param locale     language of the mails
 * @param zone       of the times in them
 * @param eraseAt    when its data is erased unless it is taken back
 * @param isTold     whether the owner has been written to that it is closed
 * @param isReminded whether the owner has been written to that it will be erased soon
 * @param failure    what is in the way of the erasing, for operators; empty when nothing is
 */
public record Closing(
        int tenantId,
        String company,
        String reason,
        String ownerName,
        String ownerEmail,
        Locale locale,
        ZoneId zone,
        Instant closedAt,
        Instant eraseAt,
        boolean isTold,
        boolean isReminded,
        Step step,
        Optional<String> failure) {

    /** How far it has come. */
    public enum Step {
        /** It can still be taken back. */
        WAITING,
        /** What lies outside the database goes. */
        STORES,
        /** The rows go, table by table. */
        ROWS,
        /** It is looked whether anything is left or has come since. */
        CHECK,
        /** Everything is gone, and the certificate is there; the owner has still to be told. */
        CERTIFIED
    }

    /** Whether it can still be taken back. */
    public boolean isOpen() {
        return step == Step.WAITING;
    }
}
