package io.guanxi.tenantadmin.provider;

import java.util.List;

/**
 * Something that was looked at when an identity provider was tried.
 *
 * @param code   what; its text is in the messages
 * @param good   whether it is as it has to be
 * @param values what the text mentions
 */
public record Finding(String code, boolean good, List<Object> values) {

    static Finding of(String code, boolean good, Object... values) {
        return new Finding(code, good, List.of(values));
    }
}
