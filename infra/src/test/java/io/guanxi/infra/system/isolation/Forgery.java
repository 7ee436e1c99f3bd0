package io.guanxi.infra.system.isolation;

/**
 * A token that nobody may come in with.
 *
 * @param name    what is wrong with it
 * @param answer  how it is refused
 */
record Forgery(String name, String token, Refusal answer) {

    /** Ways to be refused, each with its status and the type of its problem. */
    enum Refusal {
        /** It is no good token. */
        NOBODY(401, "unauthenticated"),
        /** It is a good token of somebody who does not belong there. */
        STRANGER(403, "access-denied"),
        /** It is a good token that does not say for which company. */
        UNDECIDED(400, "malformed-request");

        private final int status;
        private final String problem;

        Refusal(int status, String problem) {
            this.status = status;
            this.problem = problem;
        }

        int status() {
            return status;
        }

        String problem() {
            return problem;
        }
    }
}
