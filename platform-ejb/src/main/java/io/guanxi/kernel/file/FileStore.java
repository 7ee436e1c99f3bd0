package io.guanxi.kernel.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Keeps contents under keys such as {@code 1001/0H/0H3KZ5Q8R4T2V}. A content is written once and never changed. */
interface FileStore extends AutoCloseable {

    /** Takes a copy of the file; when it returns the content is there as a whole. */
    void write(String key, Path content) throws IOException;

    /**
     * @throws java.io.FileNotFoundException when nothing lies under the key
     */
    InputStream read(String key) throws IOException;

    /** Removes a content; one that is not there is no error. */
    void delete(String key) throws IOException;

    /** What lies under keys that begin with the folder's name and a slash. */
    Held held(String folder) throws IOException;

    /** Removes all that lies under keys that begin with the folder's name and a slash. */
    void deleteAll(String folder) throws IOException;

    /** How much lies somewhere. */
    record Held(long files, long bytes) {

        static final Held NOTHING = new Held(0, 0);
    }

    @Override
    default void close() {}
}
