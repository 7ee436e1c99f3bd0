package io.guanxi.kernel.security;

import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants a company to ask, unchecked.
 *
 * @param sessionMinutes null for as long as the product allows
 * @param idleMinutes    null for as long as the product allows
 * @param addresses      addresses and ranges; empty for everywhere
 * @param factorDays     days that people are given to set up a second factor; null where a password will do
 * @param isLockOutMeant whether the caller knows that they shut themselves out
 */
public record SecurityInput(
        Integer sessionMinutes,
        Integer idleMinutes,
        List<String> addresses,
        Integer factorDays,
        boolean isLockOutMeant) {

    /** Minutes of the shortest and the longest log-in; the product's own is the longest. */
    public static final int SHORTEST_SESSION = 15;

    public static final int LONGEST_SESSION = 720;

    /** Minutes of the shortest and the longest rest. */
    public static final int SHORTEST_IDLE = 5;

    public static final int LONGEST_IDLE = 240;

    /** Days after which everybody has a second factor at the latest. */
    public static final int MOST_DAYS = 30;

    private static final int MOST_ADDRESSES = 200;

    /**
     * @throws InvalidRecord with everything that is wrong
     */
    SecurityPolicy checked(SecurityPolicy before, CallOrigin from) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Duration> length =
                minutes("/sessionMinutes", sessionMinutes, SHORTEST_SESSION, LONGEST_SESSION, errors);
        Optional<Duration> idle = minutes("/idleMinutes", idleMinutes, SHORTEST_IDLE, LONGEST_IDLE, errors);
        Optional<SecondFactor> factor = factor(before, from, errors);
        SecurityPolicy wanted = new SecurityPolicy(length, idle, ranges(errors), factor, before.version() + 1);
        String address = from.address();
        if (errors.isEmpty() && address != null && !wanted.isOpenTo(address) && !isLockOutMeant) {
            errors.add(FieldError.of("/addresses", "security.lockOut", address));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        return wanted;
    }

    private static Optional<Duration> minutes(
            String pointer, Integer given, int least, int most, List<FieldError> errors) {
        if (given != null && (given < least || given > most)) {
            errors.add(FieldError.of(pointer, "security.minutes", least, most));
        }
        return Optional.ofNullable(given).map(Duration::ofMinutes);
    }

    /** Who asks it of others has shown their own: so nobody shuts themselves out, and log-ins tell of it. */
    private Optional<SecondFactor> factor(SecurityPolicy before, CallOrigin from, List<FieldError> errors) {
        if (factorDays == null) {
            return Optional.empty();
        }
        if (factorDays < 0 || factorDays > MOST_DAYS) {
            errors.add(FieldError.of("/secondFactorDays", "security.days", MOST_DAYS));
        } else if (before.factor().isEmpty() && !from.isTwofold()) {
            errors.add(FieldError.of("/secondFactor", "security.ownFactor"));
        }
        return Optional.of(
                new SecondFactor(before.factor().map(SecondFactor::since).orElseGet(Instant::now), factorDays));
    }

    private List<AddressRange> ranges(List<FieldError> errors) {
        Set<AddressRange> ranges = new LinkedHashSet<>();
        for (int i = 0; i < addresses.size(); i++) {
            try {
                ranges.add(AddressRange.parse(addresses.get(i).strip()));
            } catch (IllegalArgumentException none) {
                errors.add(FieldError.of("/addresses/" + i, "security.address", addresses.get(i)));
            }
        }
        if (ranges.size() > MOST_ADDRESSES) {
            errors.add(FieldError.of("/addresses", "security.tooMany", MOST_ADDRESSES));
        }
        return List.copyOf(ranges);
    }
}
