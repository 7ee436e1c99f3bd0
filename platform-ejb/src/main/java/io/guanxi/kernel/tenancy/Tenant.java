package io.guanxi.kernel.tenancy;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A company that subscribes to the product.
 *
 * @param id       positive, random: says nothing about how many there are
 * @param slug     unique short name, in lower case; also the alias of its organization
 * @param locale   language of people who have not chosen one
 * @param zone     time zone of people who have not chosen one
 * @param country  ISO 3166; national phone numbers are read as its own
 * @param currency ISO 4217; of amounts entered without one
 */
public record Tenant(
        int id, String slug, String name, Locale locale, ZoneId zone, String country, String currency, Status status) {

    /** Whether people may log in. */
    public enum Status {
        ACTIVE,
        SUSPENDED
    }
}
