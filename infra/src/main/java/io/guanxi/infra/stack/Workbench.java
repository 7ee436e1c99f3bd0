package io.guanxi.infra.stack;

import java.io.IOException;

/** What a part may use while it prepares: a voice and short-lived programs that end when the stack is closed. */
interface Workbench {

    /** Tells what takes so long. */
    void say(String message);

    /**
     * Runs a program to its end with its output in the part's log.
     *
     * @throws PartFailed when it ends with anything but 0
     */
    void run(String part, ProcessBuilder program) throws IOException;
}
