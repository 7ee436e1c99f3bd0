package io.guanxi.kernel.announcement;

import io.guanxi.kernel.access.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is announced now, for the shell of every page: read every ten seconds, and at once where it was written. */
@ApplicationScoped
public class AnnouncementBoard {

    private static final Duration KNOWN = Duration.ofSeconds(10);

    @Inject
    private Announcements announcements;

    private volatile Read last = new Read(List.of(), Instant.MIN);

    private record Read(List<Announcement> all, Instant at) {}

    /** What the caller's tenant is told now. */
    public List<Announcement> shown() {
        int tenant = CallContext.require().tenantId();
        Instant now = Instant.now();
        if (last.at().isBefore(now.minus(KNOWN))) {
            last = new Read(announcements.current(), now);
        }
        return last.all().stream()
                .filter(one -> one.isFor(tenant) && one.isShownAt(now))
                .toList();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AnnouncementsChanged change) {
        last = new Read(List.of(), Instant.MIN);
    }
}
