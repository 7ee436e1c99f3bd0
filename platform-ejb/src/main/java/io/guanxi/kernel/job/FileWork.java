package io.guanxi.kernel.job;

import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Work that writes one file to be fetched: each chunk of the job is a piece of it, so that a run that was broken off goes on
 * with the next piece.
 */
public abstract class FileWork implements JobWork {

    private final String kind;
    private final StoredFiles files;
    private Mark mark;
    private Mark reached;
    private Piece piece;

    /**
     * A part of the file.
     *
     * @param rows how many rows it tells of
     * @param next where the next one begins; null when this is the last
     */
    public record Piece(byte[] bytes, int rows, String next) {}

    /** How far the file is: its pieces and bytes, and where the next one begins; null at the end. */
    private record Mark(long file, int pieces, long size, String cursor) {

        static Mark read(String json) {
            if (json == null) {
                return new Mark(0, 0, 0, "");
            }
            Map<String, Object> tree = JsonTree.readObject(json);
            return new Mark(
                    (Long) tree.get("file"), ((Long) tree.get("pieces")).intValue(), (Long) tree.get("size"), (String)
                            tree.get("cursor"));
        }

        String write() {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("file", file);
            tree.put("pieces", pieces);
            tree.put("size", size);
            tree.put("cursor", cursor);
            return JsonTree.write(tree);
        }
    }

    /**
     * @param kind     what the file is filed under
     * @param bookmark of the job; null when it begins
     */
    protected FileWork(String kind, StoredFiles files, String bookmark) {
        this.kind = kind;
        this.files = files;
        this.mark = Mark.read(bookmark);
        this.reached = mark;
    }

    /**
     * Reads what comes next; called again with the same cursor when a run was broken off.
     *
     * @param cursor  where it begins; empty at the start
     * @param isFirst whether the file has nothing yet
     */
    protected abstract Piece read(String cursor, boolean isFirst);

    @Override
    public final boolean next() {
        mark = reached;
        if (mark.cursor() == null) {
            return false;
        }
        piece = read(mark.cursor(), mark.pieces() == 0);
        reached = new Mark(mark.file(), mark.pieces(), mark.size() + piece.bytes().length, piece.next());
        return true;
    }

    @Override
    public final Tally run() {
        long file = mark.pieces() == 0 ? files.begin(kind) : mark.file();
        int pieces = piece.bytes().length == 0 ? mark.pieces() : files.append(file, mark.pieces(), piece.bytes());
        if (reached.cursor() == null) {
            files.complete(file, reached.size());
        }
        reached = new Mark(file, pieces, reached.size(), reached.cursor());
        return Tally.ofSeen(piece.rows());
    }

    @Override
    public final void note(Job job) {
        job.bookmark(reached.write());
        job.offer(reached.file());
    }

    @Override
    public void close() {
        piece = null;
    }
}
