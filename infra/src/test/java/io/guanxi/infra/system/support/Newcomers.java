package io.guanxi.infra.system.support;

import java.util.List;
import java.util.Map;

/** Callers that the demonstration lacks. */
public final class Newcomers {

    private static final List<String> PARTNER_SCOPES =
            List.of("basic", "roles", "service_account", "guanxi-api", "organization");

    private Newcomers() {}

    /** A person of Acme who may read and nothing else. */
    public static Api readOnlyPerson(RunningSystem system) {
        return person(system, 4711, "Rita Reader", "reader@acme.example", "READ_ONLY");
    }

    /**
     * A person of Acme.
     *
     * @param id   inner id, of nobody else
     * @param role the first time that this is called
     */
    public static Api person(RunningSystem system, long id, String name, String email, String role) {
        new KeycloakAdmin(system).person(email, "Acme Trading");
        system.database()
                .change(
                        "INSERT INTO member (tenant_id, id, version, email, name, role, status, created_at)"
                                + " SELECT 1001, ?, 1, ?, ?, ?, 'INVITED', NOW()"
                                + " WHERE NOT EXISTS (SELECT 1 FROM member WHERE tenant_id = 1001 AND email = ?)",
                        id,
                        email,
                        name,
                        role,
                        email);
        return system.person(email);
    }

    /**
     * A company of its own, so that nobody else is in the way of a test.
     *
     * @param email of its owner, who has the password of the demonstration
     * @param owner the interface as its owner calls it
     */
    public record Company(int id, String slug, String name, String email, Api owner) {}

    /** A company on the plan. */
    public static Company company(RunningSystem system, String plan) {
        String word = Samples.word();
        String name = "Company " + word;
        String email = "owner@" + word + ".example";
        int id = 500_000_000 + Math.floorMod(word.hashCode(), 400_000_000);
        Database database = system.database();
        database.change(
                "INSERT INTO tenant (id, slug, name, locale, zone, country, currency, status, created_at)"
                        + " VALUES (?, ?, ?, 'en', 'UTC', 'DE', 'EUR', 'ACTIVE', NOW())",
                id,
                word,
                name);
        database.change(
                "INSERT INTO subscription (tenant_id, id, version, plan, status, created_at)"
                        + " VALUES (?, 1, 1, ?, 'ACTIVE', NOW())",
                id,
                plan);
        database.change(
                "INSERT INTO member (tenant_id, id, version, email, name, role, status, created_at)"
                        + " VALUES (?, 1, 1, ?, 'Olga Owner', 'OWNER', 'INVITED', NOW())",
                id,
                email);
        KeycloakAdmin keycloak = new KeycloakAdmin(system);
        keycloak.organization(id, word, name);
        keycloak.person(email, name);
        return new Company(id, word, name, email, system.person(email));
    }

    /**
     * Somebody of such a company, with the password of the demonstration.
     *
     * @return Keycloak's id of the person
     */
    public static String person(RunningSystem system, Company company, String email, String role) {
        system.database()
                .change(
                        "INSERT INTO member (tenant_id, id, version, email, name, role, status, created_at)"
                                + " VALUES (?, ?, 1, ?, 'Petra Person', ?, 'INVITED', NOW())",
                        company.id(),
                        Math.abs((long) email.hashCode()) + 2,
                        email,
                        role);
        return new KeycloakAdmin(system).person(email, company.name());
    }

    /** The same, as the interface is called by them. */
    public static Api member(RunningSystem system, Company company, String email, String role) {
        person(system, company, email, role);
        return system.person(email);
    }

    /** Agrees a limit with a company in place of its plan's; counts within a second. */
    public static void limit(RunningSystem system, Company company, String name, long allowed) {
        system.database()
                .change(
                        "INSERT INTO subscription_limit (tenant_id, id, version, name, allowed) VALUES (?, ?, 1, ?, ?)",
                        company.id(),
                        Math.abs((long) name.hashCode()) + 1,
                        name,
                        allowed);
    }

    /** A partner client of Acme with just these grants. */
    public static Api client(RunningSystem system, String clientId, String grants) {
        new KeycloakAdmin(system).client(clientId, "Acme Trading", PARTNER_SCOPES);
        register(system, clientId, grants);
        return system.withToken(system.tokens().ofClient(clientId, KeycloakAdmin.CLIENT_SECRET));
    }

    /** The token of a client that is registered like any other but whose tokens are meant for something else. */
    public static String tokenForAnotherAudience(RunningSystem system) {
        new KeycloakAdmin(system)
                .client("elsewhere", "Acme Trading", List.of("basic", "roles", "service_account", "organization"));
        register(system, "elsewhere", "accounts:read");
        return system.tokens().ofClient("elsewhere", KeycloakAdmin.CLIENT_SECRET);
    }

    /** A token of a registered client that is valid for five seconds. */
    public static String shortLivedToken(RunningSystem system) {
        new KeycloakAdmin(system).client("hasty", "Acme Trading", PARTNER_SCOPES, Map.of("access.token.lifespan", "5"));
        register(system, "hasty", "accounts:read");
        return system.tokens().ofClient("hasty", KeycloakAdmin.CLIENT_SECRET);
    }

    private static void register(RunningSystem system, String clientId, String grants) {
        system.database()
                .change(
                        "INSERT INTO partner_client (tenant_id, id, version, client_id, name, grants, active, created_at)"
                                + " SELECT 1001, ?, 1, ?, ?, ?, TRUE, NOW() WHERE NOT EXISTS"
                                + " (SELECT 1 FROM partner_client WHERE tenant_id = 1001 AND client_id = ?)",
                        (long) clientId.hashCode() + Integer.MAX_VALUE + 5_000,
                        clientId,
                        clientId,
                        grants,
                        clientId);
    }
}
