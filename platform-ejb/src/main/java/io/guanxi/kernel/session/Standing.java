package io.guanxi.kernel.session;

import java.util.Optional;

/**
 * A session at the time of a request.
 *
 * @param id     inner id
 * @param ending why it is over; empty while it stands
 */
public record Standing(long id, Optional<Ending> ending) {}
