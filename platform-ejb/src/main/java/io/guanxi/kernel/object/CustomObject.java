package io.guanxi.kernel.object;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a tenant has said about an object of its own, beside what every object has.
 *
 * @param id      of the definition; every record carries it
 * @param labels  of one record, by language tag, such as {@code en} and {@code zh-CN}; at least one
 * @param plurals of several records, by language tag; the singular stands in where a language has none
 * @param wholes  how its parts call what they belong to, by language tag; empty when it is no part of anything
 */
public record CustomObject(
        long id, Map<String, String> labels, Map<String, String> plurals, Map<String, String> wholes) {

    /** The label of one record in a language, else in English, else in whatever there is. */
    public String label(Locale locale) {
        return TenantTexts.in(labels, locale);
    }

    /** The label of several records; that of one in languages that have no plural. */
    public String plural(Locale locale) {
        Map<String, String> texts = new LinkedHashMap<>(labels);
        texts.putAll(plurals);
        return TenantTexts.in(texts, locale);
    }

    /** The label of what a part belongs to. */
    public String whole(Locale locale) {
        return TenantTexts.in(wholes, locale);
    }
}
