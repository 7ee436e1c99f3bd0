package io.guanxi.customers.classes;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The classes that a tenant begins with, in its language; from then on they are its own.
 *
 * <p>VIP: at most 5 % of the buyers of the last twelve months spent more. Lost: set inactive, or a customer once and silent
 * for a year. Dormant: no purchase and no interaction in 180 days. Potential: nothing bought yet, with a sign of intent –
 * rated hot or warm, people known there, or made in the last 90 days. Active: bought in the last 90 days. Ordinary:
 * everybody else.
 */
@Stateless
@TenantBound
public class ShippedClasses {

    private static final String BUNDLE = "io.guanxi.customers.classes.messages";

    private static final List<Shipped> CLASSES = List.of(
            new Shipped("vip", "plum", "maintain", "spendTopPercent < 5.0", 30, "person", 15),
            new Shipped(
                    "lost",
                    "gray",
                    "win_back",
                    "status in [\"inactive\", \"archived\"]"
                            + " || (daysSincePurchase > 365 && daysSinceInteraction > 365)",
                    null,
                    "automatic",
                    null),
            new Shipped("dormant", "ochre", "win_back", "daysSinceInteraction > 180", null, "suggest", 10),
            new Shipped(
                    "potential",
                    "blue",
                    "acquire",
                    "orderCount == 0"
                            + " && (rating in [\"hot\", \"warm\"] || contactCount > 0 || daysSinceCreated <= 90)",
                    30,
                    "suggest",
                    5),
            new Shipped("active", "teal", "maintain", "daysSincePurchase <= 90", 60, "suggest", 10),
            new Shipped("ordinary", "green", "maintain", "true", 90, "automatic", 5));

    @Inject
    private RecordService records;

    @Inject
    private Tenants tenants;

    @Inject
    private Event<ClassesShipped> shipped;

    private record Shipped(
            String key,
            String colour,
            String phase,
            String rule,
            Integer cadence,
            String automation,
            Integer discount) {}

    /** The rules by a word for the class, in their order. */
    static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        CLASSES.forEach(one -> rules.put(one.key(), one.rule()));
        return rules;
    }

    /** Makes them for a tenant that has no class. Needs {@code write} on classes. */
    public void makeIfNone() {
        if (!records.list(CustomerClasses.OBJECT, RecordQuery.all().limit(1))
                .items()
                .isEmpty()) {
            return;
        }
        Locale locale = tenants.find(CallContext.require().tenantId())
                .map(Tenant::locale)
                .orElseThrow();
        Map<String, String> ids = new LinkedHashMap<>();
        int position = 0;
        for (Shipped one : CLASSES) {
            position += 10;
            Map<String, Object> input = new LinkedHashMap<>();
            input.put("name", Labels.text(BUNDLE, "shipped." + one.key(), locale));
            input.put("description", Labels.text(BUNDLE, "shipped." + one.key() + ".why", locale));
            input.put("position", (long) position);
            input.put("colour", one.colour());
            input.put("phase", one.phase());
            input.put("rule", one.rule());
            input.put("cadenceDays", one.cadence() == null ? null : (long) one.cadence());
            input.put("automation", one.automation());
            input.put("discountLimit", one.discount() == null ? null : (long) one.discount());
            ids.put(one.key(), records.create(CustomerClasses.OBJECT, input).id());
        }
        shipped.fire(new ClassesShipped(ids));
    }
}
