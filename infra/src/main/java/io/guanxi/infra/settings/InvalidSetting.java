package io.guanxi.infra.settings;

import io.guanxi.infra.text.Text;

/** A setting of the environment cannot be used as it stands; the message names the variable and what it takes. */
public final class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSetting(String key, Object... values) {
        super(Text.of(key, values));
    }
}
