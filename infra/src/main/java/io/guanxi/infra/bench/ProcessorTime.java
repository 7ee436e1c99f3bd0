package io.guanxi.infra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Processor time that a process has used, from Linux' {@code /proc}. */
final class ProcessorTime {

    /** USER_HZ, the same on all Linux systems that matter. */
    private static final int MILLIS_PER_TICK = 10;

    /** Positions behind the command's closing parenthesis, see proc(5). */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    private ProcessorTime() {}

    /** Milliseconds in user and system mode since the process began; empty where the system does not tell. */
    static OptionalLong millis(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return OptionalLong.of((Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * MILLIS_PER_TICK);
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }
}
