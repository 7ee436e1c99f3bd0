package io.guanxi.kernel.file;

import io.guanxi.kernel.tabular.FileSource;
import java.io.InputStream;

/** A stored file as a source of rows. */
public final class StoredFileSource implements FileSource {

    private final StoredFiles files;
    private final long id;
    private final long size;

    public StoredFileSource(StoredFiles files, long id) {
        this.files = files;
        this.id = id;
        this.size = files.size(id).orElseThrow();
    }

    @Override
    public InputStream open() {
        return new PieceStream(ordinal -> files.piece(id, ordinal));
    }

    @Override
    public long size() {
        return size;
    }
}
