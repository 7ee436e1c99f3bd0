package io.guanxi.kernel.security;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a company asks of those who come in.
 *
 * @param length    how long after a log-in somebody has to log in again; empty for as long as the product allows
 * @param idle      how long a session may lie unused; empty for as long as the product allows
 * @param addresses from where people and programs may come; empty for everywhere
 * @param factor    the second factor that people have to show; empty where a password will do
 * @param version   counts the changes; 0 before the first
 */
public record SecurityPolicy(
        Optional<Duration> length,
        Optional<Duration> idle,
        List<AddressRange> addresses,
        Optional<SecondFactor> factor,
        long version) {

    static final SecurityPolicy NONE =
            new SecurityPolicy(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), 0);

    /** Whether somebody may come from the address. */
    public boolean isOpenTo(String address) {
        return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.contains(address));
    }
}
