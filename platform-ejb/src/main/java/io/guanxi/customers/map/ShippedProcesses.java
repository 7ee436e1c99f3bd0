package io.guanxi.customers.map;

import io.guanxi.customers.classes.ClassesShipped;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The processes that a tenant begins with, one or two for each class that it was given; from then on they are its own. */
@ApplicationScoped
public class ShippedProcesses {

    private static final String BUNDLE = "io.guanxi.customers.map.messages";

    private static final List<Shipped> PROCESSES = List.of(
            new Shipped("firstOffer", "acquire", "potential"),
            new Shipped("vipCare", "maintain", "vip"),
            new Shipped("regularContact", "maintain", "active"),
            new Shipped("quarterlyHello", "maintain", "ordinary"),
            new Shipped("wakeUp", "win_back", "dormant"),
            new Shipped("reasonInterview", "win_back", "lost"));

    @Inject
    private RecordService records;

    @Inject
    private Tenants tenants;

    private record Shipped(String key, String phase, String type) {}

    void make(@Observes ClassesShipped classes) {
        Locale locale = tenants.find(CallContext.require().tenantId())
                .map(Tenant::locale)
                .orElseThrow();
        int position = 0;
        for (Shipped one : PROCESSES) {
            position += 10;
            Map<String, Object> input = new LinkedHashMap<>();
            input.put("name", Labels.text(BUNDLE, "shipped." + one.key(), locale));
            input.put("cadence", Labels.text(BUNDLE, "shipped." + one.key() + ".cadence", locale));
            input.put("position", (long) position);
            input.put("phase", one.phase());
            input.put("customerClass", classes.idsByKey().get(one.type()));
            records.create(CareProcesses.OBJECT, input);
        }
    }
}
