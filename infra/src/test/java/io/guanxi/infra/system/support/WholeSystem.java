package io.guanxi.infra.system.support;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the product before the first test that needs it and stops it after the last: one start for a whole run. */
public final class WholeSystem implements BeforeAllCallback, AfterTestExecutionCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(WholeSystem.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    /** What the servers said last is the first thing to look at when a test fails. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> running(context).printLogs(context.getDisplayName()));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context);
    }

    /** The system of this run, started when it is not yet. */
    public static RunningSystem of(ExtensionContext context) {
        return running(context);
    }

    /** A value of the root store that can be closed is closed when the run ends. */
    private static RunningSystem running(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(RunningSystem.class, key -> RunningSystem.start(), RunningSystem.class);
    }
}
