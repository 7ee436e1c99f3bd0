package io.guanxi.kernel.session;

/** Why a session is over. */
public enum Ending {
    /** The person logged out. */
    LOGGED_OUT,
    /** The person or an admin ended it. */
    ENDED,
    /** Nobody used it for longer than the company allows. */
    IDLE,
    /** The person may no longer come in. */
    DEACTIVATED,
    /** The person is to set up the second factor anew. */
    RESET
}
