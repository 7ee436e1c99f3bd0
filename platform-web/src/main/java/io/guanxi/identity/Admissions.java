package io.guanxi.identity;

import io.guanxi.billing.traffic.CallRates;
import io.guanxi.billing.traffic.RequestShares;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** Keeps a flood of one tenant from the others: calls beyond its rate, and requests beyond its share, come later. */
@ApplicationScoped
public class Admissions {

    private CallRates rates;
    private RequestShares shares;

    protected Admissions() {}

    @Inject
    public Admissions(CallRates rates, RequestShares shares) {
        this.rates = rates;
        this.shares = shares;
    }

    /** A call of the REST interface. */
    Admission call(Caller caller) {
        try (CallContext.Scope scope = CallContext.enter(caller)) {
            OptionalLong wait = rates.take();
            return wait.isPresent() ? Admission.refused(wait.getAsLong(), "calls.tooMany") : share();
        }
    }

    /** A request of a page. */
    Admission page(Caller caller) {
        try (CallContext.Scope scope = CallContext.enter(caller)) {
            return share();
        }
    }

    private Admission share() {
        return shares.begin().map(Admission::granted).orElseGet(() -> Admission.refused(1, "calls.atOnce"));
    }
}
