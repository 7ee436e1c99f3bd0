package io.guanxi.kernel.tabular;

import java.io.IOException;
import java.io.InputStream;

/** A stored file that can be read from its start as often as needed. */
public interface FileSource {

    /** A new stream over the whole file; the caller closes it. */
    InputStream open() throws IOException;

    /** Length in bytes. */
    long size();
}
