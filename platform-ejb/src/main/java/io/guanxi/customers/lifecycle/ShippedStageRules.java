package io.guanxi.customers.lifecycle;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rules of stages that a tenant begins with; from then on they are its own.
 *
 * <p>Won back: bought after it was lost, for the ninety days after. Lost: set inactive, or a year without a purchase and
 * half a year without any interaction. Declining: half a year without a purchase. Mature: four orders in twelve months.
 * Developing: has bought. Contacted: somebody is known there, or there was an interaction. Potential: has bought nothing.
 */
@Stateless
@TenantBound
public class ShippedStageRules {

    private static final String BUNDLE = "io.guanxi.customers.lifecycle.messages";

    private static final List<Shipped> RULES = List.of(
            new Shipped(
                    "won_back",
                    "(lifecycleStage == \"lost\" && orderCount > 0 && daysSincePurchase < daysInStage)"
                            + " || (lifecycleStage == \"won_back\" && daysInStage <= 90)"),
            new Shipped(
                    "lost",
                    "status in [\"inactive\", \"archived\"]"
                            + " || (orderCount > 0 && daysSincePurchase > 365 && daysSinceInteraction > 180)"),
            new Shipped("declining", "orderCount > 0 && daysSincePurchase > 180"),
            new Shipped("mature", "ordersLastYear >= 4"),
            new Shipped("developing", "orderCount > 0"),
            new Shipped("contacted", "contactCount > 0 || daysSinceInteraction < daysSinceCreated"),
            new Shipped("potential", "orderCount == 0"));

    @Inject
    private RecordService records;

    @Inject
    private Tenants tenants;

    private record Shipped(String stage, String rule) {}

    /** The rules by their stage, in their order. */
    static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        RULES.forEach(one -> rules.put(one.stage(), one.rule()));
        return rules;
    }

    /** Makes them for a tenant that has none. Needs {@code write} on rules of stages. */
    public void makeIfNone() {
        if (!records.list(StageRules.OBJECT, RecordQuery.all().limit(1)).items().isEmpty()) {
            return;
        }
        Locale locale = tenants.find(CallContext.require().tenantId())
                .map(Tenant::locale)
                .orElseThrow();
        long position = 0;
        for (Shipped one : RULES) {
            position += 10;
            records.create(
                    StageRules.OBJECT,
                    Map.of(
                            "name",
                            Labels.text(BUNDLE, "shipped." + one.stage(), locale),
                            "stage",
                            one.stage(),
                            "position",
                            position,
                            "rule",
                            one.rule()));
        }
    }
}
