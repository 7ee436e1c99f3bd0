package io.guanxi.kernel.access;

/** Whose records a right reaches, each more than the one before. Records are somebody's by their field {@code owner}. */
public enum Scope {
    /** Nobody's. */
    NONE,
    /** One's own. */
    OWN,
    /** Also those of the people in one's teams. */
    TEAM,
    /** Also those of everybody who reports to one, however many steps below, and of one's teams. */
    SUBTREE,
    /** Everybody's, and those that are nobody's. */
    ALL
}
