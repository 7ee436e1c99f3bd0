package io.guanxi.infra.stack;

import io.guanxi.infra.text.Text;

/** Another launcher works in the same home. */
public final class AlreadyRunning extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyRunning(Home home) {
        super(Text.of("stack.alreadyRunning", home.folder()));
    }
}
