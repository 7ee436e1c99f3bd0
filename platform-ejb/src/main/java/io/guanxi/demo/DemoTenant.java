package io.guanxi.demo;

import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.tenancy.Tenant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * One of the demo's companies. Its id stands as attribute {@code tenant_id} on its organization in the demo realm.
 *
 * @param partner name of its partner client at Keycloak
 */
record DemoTenant(Tenant tenant, List<Person> people, String partner) {

    /** A log-in of the demo realm. */
    record Person(String email, String name, Role role) {}

    static final List<DemoTenant> ALL = List.of(
            new DemoTenant(
                    new Tenant(
                            1001,
                            "acme",
                            "Acme Trading",
                            Locale.ENGLISH,
                            ZoneId.of("America/New_York"),
                            "US",
                            "USD",
                            Tenant.Status.ACTIVE),
                    List.of(
                            new Person("owner@acme.example", "Olivia Bennett", Role.OWNER),
                            new Person("sales@acme.example", "Daniel Okafor", Role.MEMBER),
                            new Person("both@example.com", "Mei Thornton", Role.MEMBER)),
                    "acme-partner"),
            new DemoTenant(
                    new Tenant(
                            1002,
                            "globex",
                            "环球电子",
                            Locale.SIMPLIFIED_CHINESE,
                            ZoneId.of("Asia/Shanghai"),
                            "CN",
                            "CNY",
                            Tenant.Status.ACTIVE),
                    List.of(
                            new Person("owner@globex.example", "陈建国", Role.OWNER),
                            new Person("sales@globex.example", "林晓琳", Role.MEMBER),
                            new Person("both@example.com", "Mei Thornton", Role.READ_ONLY)),
                    "globex-partner"));
}
