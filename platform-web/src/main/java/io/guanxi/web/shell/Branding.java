package io.guanxi.web.shell;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.company.AccentColour;
import io.guanxi.kernel.company.Company;
import io.guanxi.kernel.company.CompanyChanged;
import io.guanxi.kernel.company.CompanySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;

/**
 * The look of the caller's company. A change is seen with the next page on this node, and within half a minute on others.
 */
@Named("branding")
@ApplicationScoped
public class Branding {

    private static final Duration KNOWN = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final Cache<Integer, Look> looks =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KNOWN).build();

    @Inject
    private CompanySettings company;

    private record Look(String style, String logo) {

        static final Look OURS = new Look("", "");

        static Look of(Company company) {
            return new Look(
                    company.accent().map(Look::style).orElse(""), company.logo().orElse(""));
        }

        private static String style(AccentColour accent) {
            return "--gx-brand:" + accent.hex() + ";--gx-brand-dark:"
                    + accent.onDark().hex();
        }
    }

    /** Colours of the page as a style; empty for the product's own. */
    public String getStyle() {
        return look().style();
    }

    /** Digest of the company's picture; empty for the product's mark. */
    public String getLogo() {
        return look().logo();
    }

    private Look look() {
        return CallContext.find()
                .map(caller -> Optional.ofNullable(looks.getIfPresent(caller.tenantId()))
                        .orElseGet(() -> {
                            Look look = Look.of(company.read());
                            looks.put(caller.tenantId(), look);
                            return look;
                        }))
                .orElse(Look.OURS);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CompanyChanged change) {
        looks.invalidate(change.tenantId());
    }
}
