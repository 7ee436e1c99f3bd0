package io.guanxi.demo;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Circle;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.Member;
import io.guanxi.kernel.people.MemberDirectory;
import io.guanxi.kernel.people.PartnerClient;
import io.guanxi.kernel.record.PastRecords;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.samples.DataFile;
import io.guanxi.samples.PastRecord;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one company of the demo, all of it in one transaction: it exists as a whole or not at all. */
@Stateless
public class DemoCompany {

    /** In an order in which each points to those before it. */
    private static final List<String> OBJECTS =
            List.of("tag", "account", "contact", "productCategory", "product", "salesOrder", "orderLine");

    private static final List<String> POINTERS = List.of("owner", "account", "parent", "category", "product", "order");

    @Inject
    private Tenants tenants;

    @Inject
    private MemberDirectory members;

    @Inject
    private PastRecords records;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private DemoCustomers customers;

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void create(DemoTenant company) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        tenants.create(company.tenant());
        Map<String, Caller> callers = people(company, now);
        Map<String, String> ids = new HashMap<>();
        callers.forEach((mail, caller) -> ids.put(mail, RecordId.format(caller.memberId())));
        String slug = company.tenant().slug();
        Map<String, List<Map<String, Object>>> history = new HashMap<>();
        DataFile.read(DemoCompany.class, slug, "history")
                .forEach(change -> history.computeIfAbsent(
                                change.get("object") + "/" + change.get("key"), key -> new java.util.ArrayList<>())
                        .add(change));
        for (String object : OBJECTS) {
            for (Map<String, Object> today : DataFile.read(
                    DemoCompany.class, slug, objects.require(object).path())) {
                String key = (String) today.get("key");
                PastRecord record = new PastRecord(
                        today,
                        history.getOrDefault(object + "/" + key, List.of()),
                        company.tenant().zone(),
                        LocalDate.ofInstant(now, company.tenant().zone()));
                ids.put(key, write(object, record, (String) today.get("owner"), callers, ids));
            }
        }
        try (var system = CallContext.enter(Caller.system(company.tenant().id(), "0"))) {
            customers.classify(now);
        }
    }

    private Map<String, Caller> people(DemoTenant company, Instant now) {
        Map<String, Caller> callers = new LinkedHashMap<>();
        int tenant = company.tenant().id();
        try (var system = CallContext.enter(Caller.system(tenant, "0"))) {
            for (DemoTenant.Person person : company.people()) {
                long id = members.add(new Member(RecordId.next(), person.email(), person.name(), person.role(), now));
                callers.put(
                        person.email(),
                        new Caller(
                                tenant,
                                id,
                                person.name(),
                                Caller.Kind.PERSON,
                                person.role(),
                                person.role().shippedRights(),
                                Circle.EMPTY,
                                Set.of(),
                                company.tenant().locale(),
                                company.tenant().zone(),
                                company.tenant().status(),
                                "0"));
            }
            members.add(new PartnerClient(RecordId.next(), company.partner(), company.partner(), allGrants(), now));
        }
        return callers;
    }

    private Set<String> allGrants() {
        return objects.all().stream().flatMap(ObjectDescriptor::grants).collect(Collectors.toSet());
    }

    private String write(
            String object, PastRecord record, String owner, Map<String, Caller> callers, Map<String, String> ids) {
        String id;
        try (var caller = CallContext.enter(callers.get(owner))) {
            Map<String, Object> input = resolved(record.first(), ids);
            if (objects.require(object).find("owner").isEmpty()) {
                input.remove("owner");
            }
            id = records.create(object, input, record.createdAt());
        }
        for (PastRecord.Step step : record.steps()) {
            try (var caller = CallContext.enter(callers.get(step.by()))) {
                records.update(object, id, resolved(step.patch(), ids), step.at());
            }
        }
        return id;
    }

    /** The files name records by key and people by mail. */
    private static Map<String, Object> resolved(Map<String, Object> fields, Map<String, String> ids) {
        Map<String, Object> resolved = new LinkedHashMap<>(fields);
        for (String pointer : POINTERS) {
            if (resolved.get(pointer) instanceof String key) {
                resolved.put(pointer, ids.get(key));
            }
        }
        return resolved;
    }
}
