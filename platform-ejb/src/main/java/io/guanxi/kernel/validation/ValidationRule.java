package io.guanxi.kernel.validation;

import java.util.Map;

/**
 * What an admin demands of records.
 *
 * @param object    name of the object whose records it is about
 * @param name      what admins call it, at most 80 characters; no two rules of an object have the same
 * @param condition source in the rule language; a record for which it does not hold is refused
 * @param messages  what somebody reads whose record is refused, by language tag, at most 200 characters each; one at least
 * @param field     name of the field that the message stands at; null when it is about the record as a whole
 * @param active    whether it is asked at all
 */
public record ValidationRule(
        String object, String name, String condition, Map<String, String> messages, String field, boolean active) {}
