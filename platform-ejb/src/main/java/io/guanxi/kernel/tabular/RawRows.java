package io.guanxi.kernel.tabular;

import java.io.Closeable;
import java.util.Optional;

/** The rows of a file in their order, headings and blank ones included. */
interface RawRows extends Closeable {

    /** The next row; empty after the last. */
    Optional<RawRow> next();
}
