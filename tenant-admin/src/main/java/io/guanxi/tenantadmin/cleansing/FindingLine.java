package io.guanxi.tenantadmin.cleansing;

/**
 * A finding as a line of the page.
 *
 * @param object   what the record is
 * @param found    what is wrong with it, in words
 * @param proposal what would be done, in words; empty when only a person knows
 * @param fixHref  where a person does it by hand
 * @param fix      what that is called
 * @param status   what has become of it; empty while it is open
 */
public record FindingLine(
        String id,
        String title,
        String href,
        String object,
        String found,
        String proposal,
        boolean acceptable,
        boolean open,
        String fix,
        String fixHref,
        String status,
        String colour) {}
