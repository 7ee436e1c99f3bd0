package io.guanxi.kernel.tenancy;

import io.guanxi.kernel.access.Role;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A company that subscribes to the product.
 *
 * @param id       positive, random: says nothing about how many there are
 * @param slug     unique short name, in lower case; also the alias of its organization
 * @param locale   language of people who have not chosen one
 * @param zone     time zone of people who have not chosen one
 * @param country  ISO 3166; national phone numbers are read as its own
 * @param currency ISO 4217; of amounts entered without one
 */
public record Tenant(
        int id, String slug, String name, Locale locale, ZoneId zone, String country, String currency, Status status) {

    /**
     * What a company may do at the moment, whatever its plan and its people's roles allow. The one place that decides it; a
     * trial is a matter of the plan.
     */
    public enum Status {
        /** Works. */
        ACTIVE(Entry.EVERYBODY, true),
        /** Works, and owes money: after some days it is read-only. */
        PAST_DUE(Entry.EVERYBODY, true),
        /** Everything can be read and exported, nothing changed. */
        READ_ONLY(Entry.EVERYBODY, false),
        /** Nobody comes in; operators bring it back. */
        SUSPENDED(Entry.NOBODY, false),
        /** Given up by an owner. Owners alone come in, to read, to export and to take it back. */
        CLOSED(Entry.OWNERS, false),
        /** Its data is being erased: nobody comes in, and there is no way back. */
        ERASED(Entry.NOBODY, false);

        private enum Entry {
            EVERYBODY,
            OWNERS,
            NOBODY
        }

        private final Entry entry;
        private final boolean changes;

        Status(Entry entry, boolean changes) {
            this.entry = entry;
            this.changes = changes;
        }

        /** Whether everybody of the company comes in, its programs and who supports it as well. */
        public boolean admitsEverybody() {
            return entry == Entry.EVERYBODY;
        }

        /**
         * Whether somebody of that role comes in.
         *
         * @param role null for a program
         */
        public boolean admits(Role role) {
            return admitsEverybody() || entry == Entry.OWNERS && Role.OWNER.equals(role);
        }

        /** Whether records and settings may change. */
        public boolean allowsChanges() {
            return changes;
        }

        /** Whether anybody comes in, so that work that only reads is of use. */
        public boolean admitsAnybody() {
            return entry != Entry.NOBODY;
        }

        /** Whether a company of this status may simply get that one; a closed one is taken back by its closing alone. */
        public boolean mayBecome(Status other) {
            return switch (this) {
                case ERASED -> false;
                case CLOSED -> other == ERASED;
                default -> other != this && other != ERASED;
            };
        }

        /** Those of which something holds, for an {@code IN (…)} of plain SQL. */
        public static String listed(Predicate<Status> what) {
            return Arrays.stream(values())
                    .filter(what)
                    .map(status -> "'" + status + "'")
                    .collect(Collectors.joining(", "));
        }
    }
}
