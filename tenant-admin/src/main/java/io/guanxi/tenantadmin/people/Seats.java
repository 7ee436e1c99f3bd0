package io.guanxi.tenantadmin.people;

import java.util.OptionalLong;

/**
 * How many people may be in.
 *
 * @param taken   people who are invited or active
 * @param allowed most the plan allows; empty for no limit
 */
public record Seats(long taken, OptionalLong allowed) {

    boolean isFull() {
        return allowed.isPresent() && taken >= allowed.getAsLong();
    }
}
