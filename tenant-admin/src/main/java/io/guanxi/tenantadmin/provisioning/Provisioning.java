package io.guanxi.tenantadmin.provisioning;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * The making of one tenant, as it is stored.
 *
 * @param step    the last step that was done
 * @param failure why the last run broke off; empty when it did not
 * @param refused whether trying again without a change is of no use
 */
public record Provisioning(
        String slug,
        int tenantId,
        String name,
        String ownerEmail,
        Locale locale,
        ZoneId zone,
        String country,
        String currency,
        Step step,
        Optional<String> failure,
        boolean refused) {

    /** In the order they are done. */
    public enum Step {
        /** Slug and tenant id are reserved. */
        REQUESTED,
        /** Tenant, trial and owner stand in the database. */
        STORED,
        /** The organization is there. */
        ORGANIZED,
        /** The owner has a log-in and the mail is out: done. */
        INVITED
    }

    static Provisioning begin(NewTenant wanted, String slug, int tenantId) {
        return new Provisioning(
                slug,
                tenantId,
                wanted.name(),
                wanted.ownerEmail(),
                wanted.locale(),
                wanted.zone(),
                wanted.country(),
                wanted.currency(),
                Step.REQUESTED,
                Optional.empty(),
                false);
    }

    Provisioning reached(Step done) {
        return new Provisioning(
                slug, tenantId, name, ownerEmail, locale, zone, country, currency, done, Optional.empty(), false);
    }

    /** Everything is done. */
    public boolean isComplete() {
        return step == Step.INVITED;
    }

    /** Whether a request asks for this very tenant, so that it is to be finished rather than made again. */
    boolean isFor(NewTenant wanted) {
        boolean same = wanted.slug().map(slug::equals).orElseGet(() -> name.equals(wanted.name()));
        return same && ownerEmail.equals(wanted.ownerEmail());
    }
}
