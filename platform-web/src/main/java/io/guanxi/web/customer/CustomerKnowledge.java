package io.guanxi.web.customer;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.insight.CustomerInsight;
import io.guanxi.customers.insight.Insight;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Route;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** What is known about the account of the page, read once. */
@RequestScoped
public class CustomerKnowledge {

    @Inject
    private Here here;

    @Inject
    private CustomerInsight service;

    private Insight insight;

    /** Whether the page is that of an account. */
    boolean isThere() {
        return here.route().page() == Route.Page.RECORD && here.getPath().equals(Accounts.PATH);
    }

    Insight get() {
        if (insight == null) {
            insight = service.of(here.getId());
        }
        return insight;
    }
}
