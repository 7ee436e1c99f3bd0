package io.guanxi.kernel.session;

import io.guanxi.kernel.access.CallOrigin;
import java.time.Instant;
import java.util.Optional;

/**
 * A session of a person as people see it.
 *
 * @param id       as it is known outside
 * @param channel  {@code PAGE} for a browser, {@code API} for a program with the person's token
 * @param beganAt  when the person logged in
 * @param usedAt   last use, to half a minute
 * @param address  network address of the last use; empty when there was none
 * @param agent    what browser or program called itself last; empty when it did not
 * @param current  whether the call that asks comes by it
 */
public record PersonSession(
        String id,
        CallOrigin.Channel channel,
        Instant beganAt,
        Instant usedAt,
        Optional<String> address,
        Optional<String> agent,
        boolean current) {

    public Device device() {
        return Device.of(agent.orElse(null));
    }
}
