package io.guanxi.kernel.object;

/** Where records lie, and which of them are meant. */
public enum Shelf {
    /** In daily use. */
    LISTED,
    /** Put aside for good or for later: it counts wherever it is counted, and nothing proposes it. */
    ARCHIVED,
    /** In use or archived: what counts, and what is pointed to. No search by words knows it. */
    LIVE,
    /** In the recycle bin. */
    DELETED
}
