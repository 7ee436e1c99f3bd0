package io.guanxi.infra.proof;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Tells the outcome of each test of a part to the one run that there is; that is JUnit's own verdict, nobody else's. */
final class ProofKeeper implements BeforeAllCallback, TestWatcher, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(ProofKeeper.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        run(context).begin(part(context), context.getRequiredTestClass());
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        run(context).end(part(context), context.getRequiredTestMethod(), true);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        run(context).end(part(context), context.getRequiredTestMethod(), false);
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        run(context).end(part(context), context.getRequiredTestMethod(), false);
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        run(context).end(part(context), context.getRequiredTestMethod(), false);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Figures.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return run(context).figures(part(context));
    }

    private static ProofPart part(ExtensionContext context) {
        return context.getRequiredTestClass().getAnnotation(Proves.class).value();
    }

    /** A value of the root store that can be closed is closed when the run ends: then the outcome is written. */
    private static ProofRun run(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(ProofRun.class, key -> new ProofRun(Program.tested()), ProofRun.class);
    }
}
