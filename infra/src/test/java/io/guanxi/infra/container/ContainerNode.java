package io.guanxi.infra.container;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Has the node's settings ready before Arquillian reads its own. */
public final class ContainerNode implements BeforeAllCallback {

    /** The build sets it; inside the server, where this class is loaded again, nothing does. */
    private static final String BUILD = "basedir";

    @Override
    public void beforeAll(ExtensionContext context) {
        if (System.getProperty(BUILD) != null) {
            NodeSettings.prepare(context);
        }
    }
}
