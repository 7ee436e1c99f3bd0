package io.guanxi.kernel.access;

import io.guanxi.kernel.tenancy.Tenant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/**
 * Who makes a call, for which tenant, and how answers are worded for them.
 *
 * @param tenantId the one tenant whose data the call may touch; positive
 * @param memberId the person or partner client in that tenant; 0 for the product itself
 * @param name     shown as the author of changes
 * @param kind     a person in a browser or with a token, a partner's client, or the product itself
 * @param role     what the person is; null for clients and the product itself
 * @param rights   what that role may do; nothing for clients, and for the product itself, whom no role binds
 * @param circle   the people around them; nobody for clients and the product itself
 * @param grants   what a partner's client may do, such as {@code accounts:read}; empty for others
 * @param locale   language of messages
 * @param zone     time zone of dates shown
 * @param standing what the company as a whole may do; for the product itself, which nothing binds, everything
 * @param traceId  correlates log lines, answers and changes of one request; 32 hex digits
 */
public record Caller(
        int tenantId,
        long memberId,
        String name,
        Kind kind,
        Role role,
        Rights rights,
        Circle circle,
        Set<String> grants,
        Locale locale,
        ZoneId zone,
        Tenant.Status standing,
        String traceId) {

    public enum Kind {
        PERSON,
        CLIENT,
        SYSTEM
    }

    /** Name under which the product's own changes are recorded; pages translate it. */
    public static final String SYSTEM_NAME = "guanxi";

    public Caller {
        if (tenantId <= 0) {
            throw new IllegalArgumentException("a caller belongs to a tenant");
        }
        grants = Set.copyOf(grants);
    }

    /** The same caller in another request. */
    public Caller in(String request) {
        return new Caller(
                tenantId, memberId, name, kind, role, rights, circle, grants, locale, zone, standing, request);
    }

    /** The same rights under another name, for somebody who acts on behalf of another. */
    public Caller named(String other) {
        return new Caller(
                tenantId, memberId, other, kind, role, rights, circle, grants, locale, zone, standing, traceId);
    }

    /** The same caller without a feature, for somebody whom it does not concern. */
    public Caller without(Feature feature) {
        return new Caller(
                tenantId,
                memberId,
                name,
                kind,
                role,
                rights.without(feature),
                circle,
                grants,
                locale,
                zone,
                standing,
                traceId);
    }

    /** The same caller in a company of that status. */
    public Caller in(Tenant.Status status) {
        return new Caller(tenantId, memberId, name, kind, role, rights, circle, grants, locale, zone, status, traceId);
    }

    /** The product itself, working for one tenant. */
    public static Caller system(int tenantId, String traceId) {
        return new Caller(
                tenantId,
                0,
                SYSTEM_NAME,
                Kind.SYSTEM,
                null,
                Rights.NONE,
                Circle.EMPTY,
                Set.of(),
                Locale.ENGLISH,
                ZoneOffset.UTC,
                Tenant.Status.ACTIVE,
                traceId);
    }

    /** A partner's program, for its tenant. */
    public static Caller client(
            int tenantId, long id, String name, Set<String> grants, Locale locale, ZoneId zone, String traceId) {
        return new Caller(
                tenantId,
                id,
                name,
                Kind.CLIENT,
                null,
                Rights.NONE,
                Circle.EMPTY,
                grants,
                locale,
                zone,
                Tenant.Status.ACTIVE,
                traceId);
    }

    /** Whether nothing may be changed at the moment, whatever the caller's rights. */
    public boolean readsOnly() {
        return !standing.allowsChanges();
    }

    /** Whether the caller is a person. */
    public boolean isPerson() {
        return kind == Kind.PERSON;
    }
}
