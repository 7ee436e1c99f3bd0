package io.guanxi.kernel.tabular;

/** Text put together piece by piece; keeps one character more than allowed, so that excess shows, and drops the rest. */
final class LimitedText {

    private final StringBuilder text = new StringBuilder();
    private final int limit;

    LimitedText(int limit) {
        this.limit = limit;
    }

    void append(String piece) {
        int room = limit + 1 - text.length();
        text.append(piece, 0, Math.min(room, piece.length()));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    void clear() {
        text.setLength(0);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
