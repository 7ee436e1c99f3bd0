package io.guanxi.infra.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A small process whose only work is to outlive a launcher that was killed: its standard input is a pipe from the
 * launcher, and when that closes without a farewell it ends what the launcher had started.
 */
public final class Guard implements AutoCloseable {

    private static final int FAREWELL = 'q';

    private final Process process;

    private Guard(Process process) {
        this.process = process;
    }

    /**
     * Starts a guard.
     *
     * @param program runs this class with the folder of the records as its argument
     */
    public static Guard start(ProcessBuilder program) throws IOException {
        return new Guard(program.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Says farewell: the guard ends and touches nothing. */
    @Override
    public void close() {
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write(FAREWELL);
        } catch (IOException alreadyGone) {
            process.destroy();
        }
    }

    /** The guard's own program; the one argument is the folder of the records. */
    public static void main(String[] arguments) throws IOException {
        if (System.in.read() == FAREWELL) {
            return;
        }
        ProcessRecords records = new ProcessRecords(Path.of(arguments[0]));
        Ending.endAll(records, records.lastStartedFirst());
    }
}
