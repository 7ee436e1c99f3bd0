package io.guanxi.infra.stack;

import io.guanxi.infra.settings.Setting;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** One program of the stack: how to get it ready to run, how to run it, and how to see that it serves. */
interface Part {

    /** The word for it in commands, messages and file names. */
    String name();

    /** The ports it will listen on, by the setting that moves each. */
    Map<Setting, Integer> ports();

    /** Unpacks and configures what the program needs; quick when that was done before. */
    void prepare(Workbench bench) throws IOException;

    /** The process to start, complete with environment; its output is taken care of. */
    ProcessBuilder process() throws IOException;

    /** Whether it serves at this moment; an unreachable part is simply not ready. */
    boolean ready();

    /** Whether the program runs but can never serve, judged by its log; waiting longer would not help. */
    default boolean hopeless(String log) {
        return false;
    }

    /** What is left to do once it serves for the first time. */
    default void finish() throws IOException {}

    /** How long a start may take on a slow machine. */
    Duration patience();
}
