package io.guanxi.infra.command;

import io.guanxi.infra.settings.Settings;
import java.io.IOException;
import java.util.List;

/** One word after {@code ./guanxi}. Its line in the help is the message {@code help.<name>}. */
public interface Command {

    /** The word. */
    String name();

    /**
     * Does the work.
     *
     * @return the exit status, 0 when all is well
     * @throws UsageError when the arguments cannot be understood
     */
    int run(Settings settings, List<String> arguments) throws IOException, InterruptedException;
}
