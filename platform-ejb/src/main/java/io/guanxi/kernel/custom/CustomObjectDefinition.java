package io.guanxi.kernel.custom;

import java.util.Map;

/**
 * What an admin says about an object of the tenant's own.
 *
 * @param name    of one record, as programs call it; a small letter, then letters and digits, at most 40
 * @param path    plural, its place in addresses and grants; small letters, digits and hyphens, at most 50
 * @param labels  of one record, by language tag, at most 80 characters each; one at least
 * @param plurals of several records, by language tag, at most 80 characters each; may be empty
 * @param icon    one of {@link CustomObjectRules#ICONS}
 * @param partOf  name of the object whose records its records are parts of; null when they stand alone
 */
public record CustomObjectDefinition(
        String name,
        String path,
        Map<String, String> labels,
        Map<String, String> plurals,
        String icon,
        String partOf) {}
