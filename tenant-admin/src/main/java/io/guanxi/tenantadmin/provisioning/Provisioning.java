package io.guanxi.tenantadmin.provisioning;

import io.guanxi.tenantadmin.people.GivenAndFamily;
import java.util.Optional;

/**
 * The making of one tenant, as it is stored.
 *
 * @param wanted      what was asked for when it began
 * @param step        the last step that was done
 * @param ownerMailed whether the owner was mailed a link to choose a password; if not, they have one
 * @param failure     why the last run broke off; empty when it did not
 * @param refused     whether trying again without a change is of no use
 */
public record Provisioning(
        String slug,
        int tenantId,
        NewTenant wanted,
        Step step,
        boolean ownerMailed,
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
        /** The owner has a log-in; where it has no password yet, the mail is out. */
        INVITED,
        /** Sample records are there, where they are wanted: done. */
        READY
    }

    static Provisioning begin(NewTenant wanted, String slug, int tenantId) {
        return new Provisioning(slug, tenantId, wanted, Step.REQUESTED, false, Optional.empty(), false);
    }

    Provisioning reached(Step done, boolean mailed) {
        return new Provisioning(slug, tenantId, wanted, done, mailed, Optional.empty(), false);
    }

    /** Everything is done. */
    public boolean isComplete() {
        return step == Step.READY;
    }

    /** Whether the owner can come in, complete or not. */
    public boolean isUsable() {
        return step.compareTo(Step.INVITED) >= 0;
    }

    public String name() {
        return wanted.name();
    }

    public String ownerEmail() {
        return wanted.ownerEmail();
    }

    /** As the owner writes it, else guessed. */
    String ownerName() {
        return wanted.signUp().map(SelfSignUp::ownerName).orElseGet(() -> GivenAndFamily.guess(ownerEmail()));
    }

    /** Whether a request asks for this very tenant, so that it is to be finished rather than made again. */
    boolean isFor(NewTenant other) {
        if (wanted.signUp().isPresent() || other.signUp().isPresent()) {
            return wanted.signUp().map(SelfSignUp::id).equals(other.signUp().map(SelfSignUp::id));
        }
        boolean same = other.slug().map(slug::equals).orElseGet(() -> name().equals(other.name()));
        return same && ownerEmail().equals(other.ownerEmail());
    }
}
