package io.guanxi.kernel.tabular;

import java.io.Closeable;
import java.io.IOException;

/** A file of one kind, opened. */
interface Book extends Closeable {

    FileFormat format();

    /** A new reading from the start. */
    RawRows read() throws IOException;
}
